import type { FrameTrack } from "./growable.ts";

/** Each point is the mean of this many frames, 160 ms: what differs by less than that is still together. */
const STEP_FRAMES = 4;

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

  readonly #in: Uint8Array;
  /** 1 where something is missing. */
  readonly #gaps: Uint8Array;

  constructor(members: number, window: Span, history: Span) {
    this.#members = members;
    this.#in = new Uint8Array(members);
    this.#gaps = new Uint8Array(members);
    this.points = Math.floor((window.to - window.from) / STEP_FRAMES);
    this.#kept = Math.max(this.points, Math.floor((history.to - history.from) / STEP_FRAMES));
    this.room = this.#kept >= 2 * this.points ? this.#kept - this.points + 1 : this.#kept;
    const length = 2 * this.#kept;
    this.#rows = new Float64Array(this.#members * length);
    this.#have = new Uint8Array(this.#members * length);
    this.#sums = new Float64Array(this.#members * (length + 1));
    this.#squares = new Float64Array(this.#members * (length + 1));
    this.#total = new Float64Array(this.points);
  }

  /** Mean pairwise correlation of the stretches that begin at `starts` (points after the history's beginning). */
  correlation(starts: Int32Array): number {
    if (this.#members === 2 && this.#in[0] === 1 && this.#in[1] === 1)
      return this.pair(0, 1, starts[0] ?? 0, starts[1] ?? 0);
    const { points } = this;
    const length = 2 * this.#kept;
    const total = this.#total.fill(0);
    let counted = 0;
    for (let k = 0; k < this.#members; k++) {
      if (this.#in[k] !== 1) continue;
      const from = starts[k] ?? 0;
      const base = k * (length + 1) + from;
      const sum = (this.#sums[base + points] ?? 0) - (this.#sums[base] ?? 0);
      const squares = (this.#squares[base + points] ?? 0) - (this.#squares[base] ?? 0) - (sum * sum) / points;
      if (squares < 1e-9 * points) continue;
      counted++;
      const mean = sum / points;
      const scale = 1 / Math.sqrt(squares);
      const row = k * length + from;
      for (let p = 0; p < points; p++) total[p] = (total[p] ?? 0) + ((this.#rows[row + p] ?? 0) - mean) * scale;
    }
    if (counted < 2) return 0;
    let square = 0;
    for (let p = 0; p < points; p++) square += (total[p] ?? 0) * (total[p] ?? 0);
    return (square - counted) / (counted * (counted - 1));
  }

  /** Correlation of two members' stretches, over the points that both have. */
  pair(i: number, j: number, startI: number, startJ: number): number {
    const length = 2 * this.#kept;
    const [a, b] = [i * length + startI, j * length + startJ];
    if (this.#gaps[i] === 0 && this.#gaps[j] === 0) return this.#whole(i, j, startI, startJ, a, b);
    let count = 0;
    let [x1, y1, xx, yy, xy] = [0, 0, 0, 0, 0];
    for (let p = 0; p < this.points; p++) {
      if (this.#have[a + p] !== 1 || this.#have[b + p] !== 1) continue;
      const x = this.#rows[a + p] ?? 0;
      const y = this.#rows[b + p] ?? 0;
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
    let xy = 0;
    for (let p = 0; p < points; p++) xy += (this.#rows[a + p] ?? 0) * (this.#rows[b + p] ?? 0);
    const u = i * (2 * this.#kept + 1) + startI;
    const v = j * (2 * this.#kept + 1) + startJ;
    const x1 = (this.#sums[u + points] ?? 0) - (this.#sums[u] ?? 0);
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
