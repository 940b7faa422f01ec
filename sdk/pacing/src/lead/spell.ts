import type { Standings } from "./company.ts";

/** The share with the pulse is averaged over so many beats: how fast the group is led does not go by a moment. */
const STEADY_BEATS = 24;

/** Since when a group has been together with the pulse, or apart from it. */
export class Spell {
  /** Beat since which enough, or not enough, have been with the pulse; NaN where it is otherwise, or nobody moves. */
  togetherBeat = NaN;
  apartBeat = NaN;
  /** The share with the pulse over about the last half minute. */
  steadyShare = 0;
  private readonly goShare: number;
  private lastBeat = NaN;

  /** @param goShare - the share that is enough */
  constructor(goShare: number) {
    this.goShare = goShare;
  }

  take(beat: number, { moving, share }: Standings): void {
    const passed = beat - this.lastBeat;
    this.lastBeat = beat;
    if (moving > 0 && passed > 0)
      this.steadyShare += (share - this.steadyShare) * (1 - Math.exp(-passed / STEADY_BEATS));
    const isTogether = moving > 0 && share >= this.goShare;
    const isApart = moving > 0 && !isTogether;
    if (!isTogether) this.togetherBeat = NaN;
    else if (Number.isNaN(this.togetherBeat)) this.togetherBeat = beat;
    if (!isApart) this.apartBeat = NaN;
    else if (Number.isNaN(this.apartBeat)) this.apartBeat = beat;
  }
}
