import { EnvelopeStore } from "./envelope-store.ts";
import type { FrameTrack } from "./growable.ts";

/** Each point is the mean of this many frames, 160 ms: what differs by less than that is still together. */
const STEP_FRAMES = 4;

/** Members added to a sum at once. */
const AT_ONCE = 4;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Movement envelopes of a group over its history, any stretch of which can be cut out and compared at O(N·P). */
export class EnvelopeRows {
  readonly points: number;
  /** Starts to draw from: [0, room). */
  readonly room: number;
  readonly #members: number;
  readonly #kept: number;
  /** Rows twice over, so that a stretch that turns past the end needs no test; gaps hold the row's mean, 0. */
  readonly #rows: Float64Array;
  readonly #have: Uint8Array;
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  readonly #total: Float64Array;
  /** The stretches of one comparison: where they begin, their means, and 1 ÷ their lengths. */
  readonly #chosen: Int32Array;
  readonly #chosenMean: Float64Array;
  readonly #chosenScale: Float64Array;

  readonly #in: Uint8Array;
  /** 1 where something is missing. */
  readonly #gaps: Uint8Array;

  /** @param store work space that no other comparison in progress uses */
  constructor(members: number, window: Span, history: Span, store = new EnvelopeStore()) {
    this.#members = members;
    this.#in = new Uint8Array(members);
    this.#gaps = new Uint8Array(members);
    this.points = Math.floor((window.to - window.from) / STEP_FRAMES);
    this.#kept = Math.max(this.points, Math.floor((history.to - history.from) / STEP_FRAMES));
    this.room = this.#kept >= 2 * this.points ? this.#kept - this.points + 1 : this.#kept;
    const length = 2 * this.#kept;
    store.fit(members * length, members * (length + 1));
    this.#rows = store.rows;
    this.#have = store.have;
    this.#sums = store.sums;
    this.#squares = store.squares;
    this.#total = new Float64Array(this.points);
    this.#chosen = new Int32Array(members + AT_ONCE);
    this.#chosenMean = new Float64Array(members + AT_ONCE);
    this.#chosenScale = new Float64Array(members + AT_ONCE);
  }

  /** Mean pairwise correlation of the stretches that begin at `starts` (points after the history's beginning). */
  correlation(starts: Int32Array): number {
    if (this.#members === 2 && this.#in[0] === 1 && this.#in[1] === 1)
      return this.pair(0, 1, starts[0] ?? 0, starts[1] ?? 0);
    const counted = this.#chooseStretches(starts);
    if (counted < 2) return 0;
    let means = 0;
    for (let c = 0; c < counted; c++) means += (this.#chosenMean[c] as number) * (this.#chosenScale[c] as number);
    this.#total.fill(-means);
    for (let c = 0; c < counted; c += AT_ONCE) this.#addStretches(c);
    let square = 0;
    for (let p = 0; p < this.points; p++) square += (this.#total[p] as number) * (this.#total[p] as number);
    return (square - counted) / (counted * (counted - 1));
  }

  /** Finds where each one's stretch begins, its mean and 1 ÷ its length; those without any variance are left out. */
  #chooseStretches(starts: Int32Array): number {
    const { points } = this;
    const length = 2 * this.#kept;
    let counted = 0;
    for (let k = 0; k < this.#members; k++) {
      if (this.#in[k] !== 1) continue;
      const from = starts[k] as number;
      const base = k * (length + 1) + from;
      const sum = (this.#sums[base + points] as number) - (this.#sums[base] as number);
      const squares = (this.#squares[base + points] as number) - (this.#squares[base] as number) - (sum * sum) / points;
      if (squares < 1e-9 * points) continue;
      this.#chosen[counted] = k * length + from;
      this.#chosenMean[counted] = sum / points;
      this.#chosenScale[counted++] = 1 / Math.sqrt(squares);
    }
    // The last ones at once are filled up by what counts nothing.
    for (let c = counted; c < counted + AT_ONCE - 1; c++) this.#chosen[c] = this.#chosenScale[c] = 0;
    return counted;
  }

  /** Adds four stretches to the sum: it is read and written once for all of them. */
  #addStretches(c: number): void {
    const total = this.#total;
    const rows = this.#rows;
    const points = this.points;
    let w = this.#chosen[c] as number;
    let x = this.#chosen[c + 1] as number;
    let y = this.#chosen[c + 2] as number;
    let z = this.#chosen[c + 3] as number;
    const scaleW = this.#chosenScale[c] as number;
    const scaleX = this.#chosenScale[c + 1] as number;
    const scaleY = this.#chosenScale[c + 2] as number;
    const scaleZ = this.#chosenScale[c + 3] as number;
    for (let p = 0; p < points; p++) {
      const first = (rows[w++] as number) * scaleW + (rows[x++] as number) * scaleX;
      const second = (rows[y++] as number) * scaleY + (rows[z++] as number) * scaleZ;
      total[p] = (total[p] as number) + (first + second);
    }
  }

  /** Correlation of two members' stretches, over the points that both have. */
  pair(i: number, j: number, startI: number, startJ: number): number {
    const length = 2 * this.#kept;
    const a = i * length + startI;
    const b = j * length + startJ;
    const rows = this.#rows;
    const have = this.#have;
    if (this.#gaps[i] === 0 && this.#gaps[j] === 0) return this.#whole(i, j, startI, startJ, a, b);
    let count = 0;
    let x1 = 0;
    let y1 = 0;
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (let p = 0; p < this.points; p++) {
      if (have[a + p] !== 1 || have[b + p] !== 1) continue;
      const x = rows[a + p] as number;
      const y = rows[b + p] as number;
      count++;
      x1 += x;
      y1 += y;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    if (count < this.points / 3) return 0;
    const scale = (xx - (x1 * x1) / count) * (yy - (y1 * y1) / count);
    return scale > 1e-18 ? (xy - (x1 * y1) / count) / Math.sqrt(scale) : 0;
  }

  /** The same where nothing is missing: all sums but one are known. */
  #whole(i: number, j: number, startI: number, startJ: number, a: number, b: number): number {
    const { points } = this;
    const rows = this.#rows;
    let xy = 0;
    for (let p = 0; p < points; p++) xy += (rows[a + p] as number) * (rows[b + p] as number);
    const u = i * (2 * this.#kept + 1) + startI;
    const v = j * (2 * this.#kept + 1) + startJ;
    const x1 = (this.#sums[u + points] as number) - (this.#sums[u] as number);
    const y1 = (this.#sums[v + points] ?? 0) - (this.#sums[v] ?? 0);
    const xx = (this.#squares[u + points] ?? 0) - (this.#squares[u] ?? 0) - (x1 * x1) / points;
    const yy = (this.#squares[v + points] ?? 0) - (this.#squares[v] ?? 0) - (y1 * y1) / points;
    const scale = xx * yy;
    return scale > 1e-18 ? (xy - (x1 * y1) / points) / Math.sqrt(scale) : 0;
  }

  /** How many times the window holds the lag by which the slowest of these envelopes changes; 0 without any. */
  stretches(start: number): number {
    let slowest = 0;
    for (let k = 0; k < this.#members; k++) {
      if (this.#in[k] !== 1) continue;
      slowest = Math.max(slowest, halfLag(this.#rows, k * 2 * this.#kept + start, this.points));
    }
    return slowest > 0 ? this.points / slowest : 0;
  }

  /** Takes a member into the comparison. */
  add(track: FrameTrack, k: number, from: number): void {
    this.#in[k] = 1;
    const kept = this.#kept;
    const row = k * 2 * kept;
    let sum = 0;
    let have = 0;
    for (let p = 0; p < kept; p++) {
      const at = from + p * STEP_FRAMES;
      const value = (track.at(at) + track.at(at + 1) + track.at(at + 2) + track.at(at + 3)) / STEP_FRAMES;
      this.#rows[row + p] = value;
      if (Number.isNaN(value)) continue;
      sum += value;
      have++;
    }
    const mean = have > 0 ? sum / have : 0;
    this.#gaps[k] = Number(have < kept);
    const base = k * (2 * kept + 1);
    this.#sums[base] = this.#squares[base] = 0;
    for (let p = 0; p < 2 * kept; p++) {
      const value = p < kept ? (this.#rows[row + p] ?? NaN) - mean : (this.#rows[row + p - kept] ?? 0);
      this.#have[row + p] = p < kept ? Number(!Number.isNaN(value)) : (this.#have[row + p - kept] ?? 0);
      const filled = Number.isNaN(value) ? 0 : value;
      this.#rows[row + p] = filled;
      this.#sums[base + p + 1] = (this.#sums[base + p] ?? 0) + filled;
      this.#squares[base + p + 1] = (this.#squares[base + p] ?? 0) + filled * filled;
    }
  }
}

/** Lag by which a stretch has lost half of its correlation with itself, points; at least half a point. */
const halfLag = (rows: Float64Array, from: number, points: number): number => {
  let sum = 0;
  let squares = 0;
  for (let p = 0; p < points; p++) {
    const value = rows[from + p] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / points;
  const variance = squares / points - mean * mean;
  for (let lag = 1; lag < points / 2; lag++) {
    let cross = 0;
    for (let p = lag; p < points; p++) cross += ((rows[from + p] ?? 0) - mean) * ((rows[from + p - lag] ?? 0) - mean);
    if (cross < 0.5 * variance * (points - lag)) return lag - 0.5;
  }
  return points / 2;
};

/** Frames to points after the history's beginning. */
export const toPoint = (frame: number, history: Span): number => Math.floor((frame - history.from) / STEP_FRAMES);
