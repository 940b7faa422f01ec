import type { Standings } from "./company.ts";

/** The pace of leading is that of the slower ones, not that of the middle. */
const TRAILING_SHARE = 0.75;
/** The first step of all, and the first after the group was apart, as a share of the longest. */
const FIRST_SHARE = 0.6;
const LEAST_SHARE = 0.2;
/** Each step that the group follows makes the next one longer by this factor; a setback halves it. */
const GROWTH = 1.25;
const SETBACK = 0.5;

/**
 * How long the next step may be: longer with each one that is followed, half as long after a setback, as congestion
 * control does (additive or multiplicative increase, multiplicative decrease; Chiu & Jain 1989), so that the pace of
 * leading settles at what this group follows.
 */
export class Stride {
  private readonly longest: number;
  private share = FIRST_SHARE;
  private steps = 0;
  private isShortened = false;

  /** @param longest - step, as a natural logarithm of tempi */
  constructor(longest: number) {
    this.longest = longest;
  }

  /** Whether the last thing that happened was a step that the group followed. */
  get isSure(): boolean {
    return this.steps > 0 && !this.isShortened;
  }

  /** @param room - [0, 1], how much of the step the group seems to have room for. @returns a natural logarithm */
  next(room: number): number {
    if (this.isSure) this.share = Math.min(1, this.share * GROWTH);
    this.steps++;
    this.isShortened = false;
    return this.longest * Math.max(LEAST_SHARE, this.share * Math.max(0, room));
  }

  /** A setback: counted once until the next step. */
  shorten(): void {
    if (this.isShortened) return;
    this.isShortened = true;
    this.share = Math.max(LEAST_SHARE, this.share * SETBACK);
  }
}

/** How far those trail, in beats, who trail most: what a quarter of those with the pulse exceed. */
export const trailing = ({ aheadBeats }: Standings, sign: number): number => {
  const sorted = aheadBeats.map((beats) => sign * beats).sort((a, b) => a - b);
  return sorted[Math.floor(TRAILING_SHARE * sorted.length)] ?? 0;
};
