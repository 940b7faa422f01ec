import type { GroupEvent } from "@entrain/band";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import { isUnderWay } from "../exercise/follow-state.ts";
import { TempoFollower } from "./tempo-follower.ts";

export interface MovedTempoOpts {
  /** Whose movement a step takes its tempo from that says no more than 'movement'; without one, the leader's. */
  readonly facilitator?: number | undefined;
  /** Has a member's band tell of onsets. */
  readonly listenTo: (member: number, isWanted: boolean) => void;
  /** A movement that counts as a tap. */
  readonly onTap: () => void;
  readonly onTempo: (bpm: number) => void;
}

/** Has steps that take their tempo from somebody's movement follow it. */
export class MovedTempo {
  private readonly opts: MovedTempoOpts;
  private readonly follower: TempoFollower;
  private member: number | undefined;
  private counts: "tap" | "tempo" = "tempo";

  constructor(opts: MovedTempoOpts) {
    this.opts = opts;
    this.follower = new TempoFollower(opts.onTempo);
  }

  /** What goes on now. */
  follow(run: ExerciseRun | undefined): void {
    const standing = isUnderWay(run?.state()) ? run?.step : undefined;
    const tempo = standing?.laid.step.tempo;
    this.counts = tempo?.source === "tap" ? "tap" : "tempo";
    if (tempo?.source === "leader") this.listen(standing?.cast.leader);
    else if (tempo?.source === "tap" && tempo.by === "movement")
      this.listen(this.opts.facilitator ?? standing?.cast.leader);
    else this.listen(undefined);
  }

  take({ member, event }: GroupEvent): void {
    if (member !== this.member || event.kind !== "onset") return;
    if (this.counts === "tap") this.opts.onTap();
    else this.follower.take(event);
  }

  private listen(member: number | undefined): void {
    const before = this.member;
    if (member === before) return;
    this.member = member;
    this.follower.reset();
    if (before !== undefined) this.opts.listenTo(before, false);
    if (member !== undefined) this.opts.listenTo(member, true);
  }
}
