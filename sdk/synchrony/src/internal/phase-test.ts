import { FRAME_HZ } from "../grid.ts";
import { emptyGroupPhase, groupPhase, GroupPhaseScratch, type GroupPhase, type PhasorTable } from "../group-phase.ts";
import { DrawnGroup, lockOfTwo } from "./drawn-group.ts";
import type { FrameTrack } from "./growable.ts";
import { UnwrappedPhase } from "./phase-prep.ts";
import { MIN_PHASE_SHARE, type Span } from "./span.ts";
import { Steadiness } from "./steadiness.ts";
import { drawStarts, Wander } from "./strangers.ts";

const SOON_SHARE = 0.5;
/** Lock is judged by steadiness; of what is drawn only its median is wanted, which so many give as well. */
const LOCK_DRAWS = 49;

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
  readonly #drawn: DrawnGroup;
  #slopes = 0;
  /** Phases of those in the test, one row each: continuous, and as phasors of what is drawn. */
  readonly #rows: { readonly rad: Float64Array; readonly cos: Float64Array; readonly sin: Float64Array };
  readonly #mask: Uint8Array;
  #gaps = false;
  readonly #included: number[] = [];
  readonly #phase = new UnwrappedPhase();
  readonly #steadiness: Steadiness;
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
    this.#rows = { rad: new Float64Array(size), cos: new Float64Array(size), sin: new Float64Array(size) };
    this.#mask = new Uint8Array(size);
    this.#drawn = new DrawnGroup(points);
    this.#steadiness = new Steadiness(points);
    this.#scratch = new GroupPhaseScratch(tracks.length);
    this.#wanders = tracks.map(() => new Wander(points));
    this.#starts = new Int32Array(tracks.length);
    this.aligned = new Float64Array(surrogates);
    this.lock = new Float64Array(Math.min(surrogates, LOCK_DRAWS));
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
    const row = this.members * points;
    for (let p = 0; p < points; p++) {
      const at = p * this.#step;
      const i = p * members + k;
      mask[i] = this.#mask[row + p] = phase.mask[at] ?? 0;
      if (mask[i] === 0) this.#gaps = true;
      cos[i] = Math.cos(phase.rad[at] ?? 0);
      sin[i] = Math.sin(phase.rad[at] ?? 0);
    }
    const wander = this.#wanders[k];
    wander?.set(phase.rad, this.#step);
    this.#slopes += wander?.slope ?? 0;
    wander?.writeOwn(this.#rows.rad, row);
    this.#included.push(k);
    this.members++;
  }

  observe(): void {
    groupPhase(this.#table, this.#scratch, this.observed);
    this.#drawn.setMask(this.#mask, this.members);
    this.observedSteady = this.#steady();
    this.offsetsRad = Float64Array.from(this.#scratch.offsetCos, (c, k) =>
      Math.atan2(this.#scratch.offsetSin[k] ?? 0, c),
    );
  }

  /** Overwrites the observed phases: call after {@link observe}. */
  draw(surrogate: number, random: () => number): void {
    const { members, points } = this.#table;
    const rows = this.#rows;
    drawStarts(this.#starts, members, points, random);
    const slope = this.members > 0 ? this.#slopes / this.members : 0;
    for (let row = 0; row < this.members; row++) {
      const k = this.#included[row] as number;
      const start = this.#starts[k] as number;
      this.#wanders[k]?.writeStranger(start, slope, this.#spread, random, rows, row * points);
    }
    if (this.#gaps) this.#maskDrawn();
    this.aligned[surrogate] = this.#drawn.align(rows.cos, rows.sin, this.members);
    if (surrogate < this.lock.length)
      this.lock[surrogate] =
        members === 2 && this.members === 2
          ? lockOfTwo(rows.cos, rows.sin, this.#mask, points)
          : this.#drawn.lock(rows.cos, rows.sin, this.members);
    this.steady[surrogate] = this.#steady();
  }

  #maskDrawn(): void {
    const { cos, sin } = this.#rows;
    const size = this.members * this.#table.points;
    for (let i = 0; i < size; i++) if (this.#mask[i] === 0) cos[i] = sin[i] = 0;
  }

  #steady(): number {
    const cyclesPerPoint = Math.abs(this.#slopes / Math.max(1, this.members)) / (2 * Math.PI);
    if (!(cyclesPerPoint > 0)) return 0;
    // A point a cycle: nearer ones share the filter that measured them.
    const stride = Math.max(1, Math.round(1 / cyclesPerPoint));
    return this.#steadiness.logRatio(this.#rows.rad, this.members, stride, stride * cyclesPerPoint, this.#spread);
  }
}
