import type { FrameTrack } from "../internal/growable.ts";
import { UnwrappedPhase } from "../internal/phase-prep.ts";
import { MIN_PHASE_SHARE, type Span } from "../internal/span.ts";
import { Wander } from "../internal/strangers.ts";
import { MAX_ORDER } from "./nm-ratio.ts";

/**
 * The phases of many tracks over one window, laid out so that any pair of them is two runs of memory. Phasors are kept for
 * the multiples 1, 2 and 3 of a phase, which n:m locking needs; wanders stand there twice over, so that a run that turns
 * past the end needs no test.
 */
export class PhaseRows {
  readonly points: number;
  /** Phasors, [track][order − 1][point]; 0 where the phase was not measured. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Continuous phase, gaps filled, and 1 where it was measured, [track][point]. */
  readonly rad: Float64Array;
  readonly mask: Float64Array;
  /** The wander (see {@link Wander}), [track][2 · points], and its phasors, [track][order − 1][2 · points]. */
  readonly wander: Float64Array;
  readonly wanderCos: Float64Array;
  readonly wanderSin: Float64Array;
  /** SD of a walk that wanders as much over the window, radians. */
  readonly walkRad: Float64Array;
  /** Mean advance, radians a point. */
  readonly slope: Float64Array;
  /** Share of the window with a phase. */
  readonly share: Float64Array;
  readonly #wander: Wander;
  readonly #phase = new UnwrappedPhase();

  constructor(tracks: number, points: number) {
    this.points = points;
    const size = tracks * points;
    this.cos = new Float64Array(MAX_ORDER * size);
    this.sin = new Float64Array(MAX_ORDER * size);
    this.rad = new Float64Array(size);
    this.mask = new Float64Array(size);
    this.wander = new Float64Array(2 * size);
    // One more than there are, so that points can be read two at a time.
    this.wanderCos = new Float64Array(2 * MAX_ORDER * size + 1);
    this.wanderSin = new Float64Array(2 * MAX_ORDER * size + 1);
    this.walkRad = new Float64Array(tracks);
    this.slope = new Float64Array(tracks);
    this.share = new Float64Array(tracks);
    this.#wander = new Wander(points);
  }

  /** Whether a track was measured for enough of the window. */
  has(k: number): boolean {
    return (this.share[k] ?? 0) >= MIN_PHASE_SHARE;
  }

  /** Reads a track's window, one point every `step` frames. */
  prepare(k: number, track: FrameTrack, window: Span, step: number): void {
    const { points } = this;
    const phase = this.#phase;
    phase.read(track, window.from, window.to);
    this.share[k] = phase.valid / Math.max(1, phase.count);
    if (!this.has(k)) return;
    for (let p = 0; p < points; p++) {
      const rad = phase.rad[p * step] ?? 0;
      const mask = phase.mask[p * step] ?? 0;
      this.rad[k * points + p] = rad;
      this.mask[k * points + p] = mask;
      writePowers(this.cos, this.sin, k * MAX_ORDER * points + p, points, mask, rad);
    }
    this.#wander.set(phase.rad, step);
    this.slope[k] = this.#wander.slope;
    this.walkRad[k] = this.#wander.walkRad;
    for (let p = 0; p < 2 * points; p++) {
      const rad = this.#wander.rad[p % points] ?? 0;
      this.wander[2 * k * points + p] = rad;
      writePowers(this.wanderCos, this.wanderSin, 2 * k * MAX_ORDER * points + p, 2 * points, 1, rad);
    }
  }
}

/** Phasors of the multiples of an angle, one in each of as many rows. */
const writePowers = (
  cos: Float64Array,
  sin: Float64Array,
  at: number,
  row: number,
  length: number,
  rad: number,
): void => {
  const c = Math.cos(rad);
  const s = Math.sin(rad);
  let re = length;
  let im = 0;
  for (let order = 0; order < MAX_ORDER; order++) {
    const next = re * c - im * s;
    im = re * s + im * c;
    re = next;
    cos[at + order * row] = re;
    sin[at + order * row] = im;
  }
};
