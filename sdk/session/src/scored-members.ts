import type { SessionMicros } from "@entrain/protocol";
import type { Entry } from "@entrain/recording";
import type { Pipeline } from "./pipeline.ts";

/** Who counts in the scores: all but those who do not want to, and nobody in a step that has none. */
export class ScoredMembers {
  private readonly unwilling = new Set<number>();
  private readonly members: number;
  private readonly pipeline: Pipeline;
  private readonly append: (entry: Entry) => void;
  private isScored = true;

  constructor(members: number, pipeline: Pipeline, append: (entry: Entry) => void) {
    this.members = members;
    this.pipeline = pipeline;
    this.append = append;
  }

  /** Somebody's own wish. */
  want(member: number, wants: boolean, tMicros: SessionMicros): void {
    if (wants) this.unwilling.delete(member);
    else this.unwilling.add(member);
    this.setPresent(member, wants && this.isScored, tMicros);
  }

  /** Whether what goes on now is scored at all. */
  score(isScored: boolean, tMicros: SessionMicros): void {
    if (isScored === this.isScored) return;
    this.isScored = isScored;
    for (let member = 0; member < this.members; member++)
      if (!this.unwilling.has(member)) this.setPresent(member, isScored, tMicros);
  }

  private setPresent(member: number, present: boolean, tMicros: SessionMicros): void {
    this.append({ kind: "presence", tMicros, member, present });
    this.pipeline.scorer.setPresent(member, present);
  }
}
