import { FRAME_HZ } from "../grid.ts";
import { emptyGroupPhase, groupPhase, GroupPhaseScratch, type GroupPhase, type PhasorTable } from "../group-phase.ts";
import type { FrameTrack } from "./growable.ts";
import { UnwrappedPhase } from "./phase-prep.ts";
import { MIN_PHASE_SHARE, type Span } from "./span.ts";
import { Steadiness } from "./steadiness.ts";
import { drawStarts, Wander } from "./strangers.ts";

const SOON_SHARE = 0.5;

/**
 * The phases of a window against strangers made of the same phases. In steps, so that a live test can be spread over
 * frames: `prepare` each member, `observe`, then `draw` each surrogate.
 */
export class PhaseTest {
  readonly aligned: Float64Array;
  readonly lock: Float64Array;
  /** Log likelihood ratio of correction against drift; see {@link Steadiness}. */
  readonly steady: Float64Array;
  observedSteady = 0;
  readonly observed: GroupPhase = emptyGroupPhase();
  /** Each member's mean phase ahead of the group's Ψ, radians; 0 for those not in the test. */
  offsetsRad = new Float64Array(0);
  /** Members that were ok for enough of the window. */
  members = 0;
  /** Members that have a rhythm, but not yet for enough of the window. */
  soon = 0;
  readonly #tracks: readonly FrameTrack[];
  readonly #window: Span;
  readonly #step: number;
  readonly #table: PhasorTable;
  readonly #scratch: GroupPhaseScratch;
  readonly #wanders: Wander[];
  readonly #starts: Int32Array;
  readonly #drawn = emptyGroupPhase();
  #slopes = 0;
  /** Continuous phases of those in the test, one row each. */
  readonly #rows: Float64Array[] = [];
  readonly #included: number[] = [];
  readonly #phase = new UnwrappedPhase();
  #steadiness: Steadiness | undefined;
  readonly #spread: number;

  constructor(tracks: readonly FrameTrack[], window: Span, surrogates: number, maxPoints: number, spread: number) {
    this.#spread = spread;
    this.#tracks = tracks;
    this.#window = window;
    const frames = window.to - window.from;
    this.#step = Math.max(1, Math.floor(frames / maxPoints));
    const points = Math.floor(frames / this.#step);
    const size = tracks.length * points;
    this.#table = {
      members: tracks.length,
      points,
      cos: new Float64Array(size),
      sin: new Float64Array(size),
      mask: new Uint8Array(size),
    };
    this.#scratch = new GroupPhaseScratch(tracks.length);
    this.#wanders = tracks.map(() => new Wander(points));
    this.#starts = new Int32Array(tracks.length);
    this.aligned = new Float64Array(surrogates);
    this.lock = new Float64Array(surrogates);
    this.steady = new Float64Array(surrogates);
  }

  /** The group's mean tempo, Hz, or NaN. */
  get tempoHz(): number {
    return this.members > 0 ? ((this.#slopes / this.members) * FRAME_HZ) / (2 * Math.PI * this.#step) : NaN;
  }

  /** Mean difference of tempo between two of those in the test, share of the tempo. */
  get tempoGap(): number {
    const mean = this.#slopes / Math.max(1, this.members);
    let sum = 0;
    for (const k of this.#included) {
      for (const other of this.#included)
        sum += Math.abs((this.#wanders[k]?.slope ?? 0) - (this.#wanders[other]?.slope ?? 0));
    }
    return this.members > 1 && mean > 0 ? sum / (this.members * (this.members - 1) * mean) : 0;
  }

  prepare(k: number): void {
    const track = this.#tracks[k];
    if (track === undefined) return;
    const phase = this.#phase;
    phase.read(track, this.#window.from, this.#window.to);
    if (phase.valid < MIN_PHASE_SHARE * phase.count || phase.valid === 0) {
      if (phase.valid > SOON_SHARE * phase.count) this.soon++;
      return;
    }
    const { points, members, cos, sin, mask } = this.#table;
    for (let p = 0; p < points; p++) {
      const at = p * this.#step;
      const i = p * members + k;
      mask[i] = phase.mask[at] ?? 0;
      cos[i] = Math.cos(phase.rad[at] ?? 0);
      sin[i] = Math.sin(phase.rad[at] ?? 0);
    }
    const wander = this.#wanders[k];
    wander?.set(phase.rad, this.#step);
    this.#slopes += wander?.slope ?? 0;
    const row = new Float64Array(points);
    wander?.writeOwn(row);
    this.#rows.push(row);
    this.#included.push(k);
    this.members++;
  }

  observe(): void {
    groupPhase(this.#table, this.#scratch, this.observed);
    this.#steadiness = new Steadiness(this.members, this.#table.points);
    this.observedSteady = this.#steady();
    this.offsetsRad = Float64Array.from(this.#scratch.offsetCos, (c, k) =>
      Math.atan2(this.#scratch.offsetSin[k] ?? 0, c),
    );
  }

  /** Overwrites the observed phasors: call after {@link observe}. */
  draw(surrogate: number, random: () => number): void {
    const { members, points, cos, sin } = this.#table;
    drawStarts(this.#starts, members, points, random);
    const slope = this.members > 0 ? this.#slopes / this.members : 0;
    this.#included.forEach((k, row) => {
      const rad = this.#rows[row];
      if (rad === undefined) return;
      const start = this.#starts[k] ?? 0;
      this.#wanders[k]?.writeStranger(start, slope, this.#spread, random, { rad, cos, sin, member: k, members });
    });
    groupPhase(this.#table, this.#scratch, this.#drawn);
    this.aligned[surrogate] = this.#drawn.unbiasedR2;
    this.lock[surrogate] = this.#drawn.lock;
    this.steady[surrogate] = this.#steady();
  }

  #steady(): number {
    const cyclesPerPoint = Math.abs(this.#slopes / Math.max(1, this.members)) / (2 * Math.PI);
    if (this.#steadiness === undefined || !(cyclesPerPoint > 0)) return 0;
    // A point a cycle: nearer ones share the filter that measured them.
    const stride = Math.max(1, Math.round(1 / cyclesPerPoint));
    return this.#steadiness.logRatio(this.#rows, stride, stride * cyclesPerPoint, this.#spread);
  }
}
