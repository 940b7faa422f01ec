import type { MirroredEntry } from "@entrain/recording";

/** Delays that are kept for a figure. */
const KEPT = 100;

/** What a viewer is shown of one route. */
export interface RouteView {
  readonly leader: number;
  readonly follower: number;
  readonly played: number;
  /** Left out by the host: too soon after the one before, too many, or too late. */
  readonly leftOut: number;
  /** Left out by the band: its limits, or its wearer. */
  readonly withheld: number;
  /** Of the last hundred, from the onset on one band to the motor's command on the other; absent before the first. */
  readonly medianDelayMicros?: number;
}

/** Counts what becomes of the onsets on one route. */
export class MirrorCounts {
  private readonly delays: number[] = [];
  private played = 0;
  private leftOut = 0;
  private withheld = 0;

  take({ outcome, delayMicros }: Pick<MirroredEntry, "outcome" | "delayMicros">): void {
    if (outcome === "played") this.played++;
    else if (outcome === "withheld") this.withheld++;
    else this.leftOut++;
    if (delayMicros === undefined) return;
    this.delays.push(delayMicros);
    if (this.delays.length > KEPT) this.delays.shift();
  }

  view(leader: number, follower: number): RouteView {
    const sorted = this.delays.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    return {
      leader,
      follower,
      played: this.played,
      leftOut: this.leftOut,
      withheld: this.withheld,
      ...(median !== undefined && { medianDelayMicros: median }),
    };
  }
}
