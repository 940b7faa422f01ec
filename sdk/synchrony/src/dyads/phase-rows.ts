import type { FrameTrack } from "../internal/growable.ts";
import { unwrapTrack } from "../internal/phase-prep.ts";
import { MIN_PHASE_SHARE, type Span } from "../internal/span.ts";
import { Wander } from "../internal/strangers.ts";
import { MAX_ORDER } from "./nm-ratio.ts";

/**
 * The phases of many tracks over one window, laid out so that any pair of them is two runs of memory. Rows are kept for
 * the multiples 1, 2 and 3 of a phase, which n:m locking needs; wanders stand there twice over, so that a run that turns
 * past the end needs no test.
 */
export class PhaseRows {
  readonly points: number;
  /** Phasors, [track][order − 1][point]; 0 where the phase was not measured. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** 1 where the phase was measured, [track][point]. */
  readonly mask: Float64Array;
  /** Phasors of the wander (see {@link Wander}), [track][order − 1][2 · points]. */
  readonly wanderCos: Float64Array;
  readonly wanderSin: Float64Array;
  /** Least-squares slope of the wander turned to each start, radians a point, [track][point]. */
  readonly trend: Float64Array;
  /** Mean advance, radians a point. */
  readonly slope: Float64Array;
  /** Share of the window with a phase. */
  readonly share: Float64Array;
  readonly #wander: Wander;

  constructor(tracks: number, points: number) {
    this.points = points;
    const rows = tracks * MAX_ORDER;
    this.cos = new Float64Array(rows * points);
    this.sin = new Float64Array(rows * points);
    this.mask = new Float64Array(tracks * points);
    this.wanderCos = new Float64Array(2 * rows * points);
    this.wanderSin = new Float64Array(2 * rows * points);
    this.trend = new Float64Array(tracks * points);
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
    const phase = unwrapTrack(track, window.from, window.to);
    this.share[k] = phase.valid / Math.max(1, phase.rad.length);
    if (!this.has(k)) return;
    for (let p = 0; p < points; p++) {
      const rad = phase.rad[p * step] ?? 0;
      const mask = phase.mask[p * step] ?? 0;
      this.mask[k * points + p] = mask;
      for (let order = 1; order <= MAX_ORDER; order++) {
        const at = (k * MAX_ORDER + order - 1) * points + p;
        this.cos[at] = mask * Math.cos(order * rad);
        this.sin[at] = mask * Math.sin(order * rad);
      }
    }
    this.#wander.set(phase.rad, step);
    this.slope[k] = this.#wander.slope;
    this.#copyWander(k);
    this.#findTrends(k);
  }

  #copyWander(k: number): void {
    const { points } = this;
    const { rad } = this.#wander;
    for (let order = 1; order <= MAX_ORDER; order++) {
      const base = 2 * points * (k * MAX_ORDER + order - 1);
      for (let p = 0; p < points; p++) {
        const angle = order * (rad[p] ?? 0);
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        this.wanderCos[base + p] = c;
        this.wanderCos[base + points + p] = c;
        this.wanderSin[base + p] = s;
        this.wanderSin[base + points + p] = s;
      }
    }
  }

  /** Turning a circle by one point changes Σ (p − middle)·w by P·w − Σ w: all starts cost O(P). */
  #findTrends(k: number): void {
    const { points } = this;
    const { rad } = this.#wander;
    const middle = (points - 1) / 2;
    let cross = 0;
    let total = 0;
    for (let p = 0; p < points; p++) {
      cross += (p - middle) * (rad[p] ?? 0);
      total += rad[p] ?? 0;
    }
    const scale = points > 1 ? 12 / (points * (points * points - 1)) : 0;
    for (let p = 0; p < points; p++) {
      this.trend[k * points + p] = cross * scale;
      cross += points * (rad[p] ?? 0) - total;
    }
  }
}
