import { quadratures } from "../analytic-signal.ts";
import { rankP } from "../chance.ts";
import { wrapRad } from "../circular.ts";
import { FRAME_HZ } from "../grid.ts";
import type { FrameTrack } from "../internal/growable.ts";
import { select } from "../internal/select.ts";
import type { Span } from "../internal/span.ts";
import type { BeyondPacerTest } from "./pacer-share.ts";

/** Members that do not follow the pacer share nothing through it: beyond it they are what they are without it. */
const FOLLOWS = 0.5;
const APART_SHARE = 0.2;
const MOST_TURNS = 199;
const MOST_POINTS = 1000;
/** Movement from before and after the window, so that its ends are no ends to the transform. */
const MARGIN_FRAMES = 10 * FRAME_HZ;
/** Multiples of the pacer's phase that are taken out: at 1 whoever follows it, at the others the shape of a movement. */
const MULTIPLES = [1, 0, 2, -1, 3];
/** Over more than a few beats they are nearly orthogonal: a few rounds take them all out. */
const SWEEPS = 4;
/** Below this mean square nothing is left of a phase once the pacer is taken out. */
const SINGULAR = 1e-12;

/**
 * What two members share beyond the pacer, over a recording: partial phase locking (Schelter et al. 2006) of the analytic
 * phases of their whole movement, .05 to 4 Hz, whose stretches are independent after a fraction of a cycle. Two who follow
 * one pulse with one and the same sway share its shape as well: the second harmonic alone would give .3 to .5. So the
 * pacer stands here with the multiples of its phase, and what all of them explain is taken out.
 */
export class BeyondShape implements BeyondPacerTest {
  partial = NaN;
  chance = NaN;
  p = NaN;
  readonly #pacer: FrameTrack;
  readonly #window: Span;
  readonly #step: number;
  readonly #points: number;
  /** What the pacer leaves of each member's phasors, twice over, [member][2 · points]; 0 where one is missing. */
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #have: Float64Array;
  readonly #follows: Uint8Array;
  readonly #leastTurn: number;
  readonly #turnBy: number;
  readonly #turned: Float64Array;

  constructor(members: number, pacer: FrameTrack, window: Span) {
    this.#pacer = pacer;
    this.#window = window;
    const frames = window.to - window.from;
    this.#step = Math.max(1, Math.ceil(frames / MOST_POINTS));
    this.#points = Math.max(1, Math.floor(frames / this.#step));
    const size = 2 * members * this.#points;
    this.#re = new Float64Array(size);
    this.#im = new Float64Array(size);
    this.#have = new Float64Array(size);
    this.#follows = new Uint8Array(members);
    const pointsPerBeat = Math.max(1, this.#points / beatsIn(pacer, window));
    const beats = this.#points / pointsPerBeat;
    const first = Math.ceil(APART_SHARE * beats);
    const every = Math.max(1, Math.ceil((beats - 2 * first) / MOST_TURNS));
    this.#leastTurn = first * pointsPerBeat;
    this.#turnBy = every * pointsPerBeat;
    this.#turned = new Float64Array(Math.max(0, Math.floor((beats - 2 * first) / every) + 1));
  }

  /** @param settled NaN where there is no phase to be believed */
  prepare(k: number, signal: FrameTrack, settled: FrameTrack): void {
    const points = this.#points;
    const base = 2 * k * points;
    const re = this.#re.subarray(base, base + points);
    const im = this.#im.subarray(base, base + points);
    const pacerRad = new Float64Array(points);
    const count = this.#readPhasors(signal, settled, re, im, pacerRad);
    for (let sweep = 0; sweep < SWEEPS && count > 0; sweep++)
      for (const multiple of MULTIPLES) {
        const locked = takeOut(re, im, pacerRad, multiple, count);
        if (sweep === 0 && multiple === 1) this.#follows[k] = Number(locked >= FOLLOWS);
      }
    for (let p = 0; p < points; p++)
      this.#have[base + p] = this.#have[base + points + p] = Number(!Number.isNaN(pacerRad[p]));
    this.#re.copyWithin(base + points, base, base + points);
    this.#im.copyWithin(base + points, base, base + points);
  }

  measure(i: number, j: number): void {
    const points = this.#points;
    const [a, b] = [2 * i * points, 2 * j * points];
    this.partial = this.#at(a, b);
    this.chance = this.p = NaN;
    if (Number.isNaN(this.partial) || this.#follows[i] !== 1 || this.#follows[j] !== 1) return;
    const turned = this.#turned;
    for (let s = 0; s < turned.length; s++) turned[s] = this.#at(a, b + Math.round(this.#leastTurn + s * this.#turnBy));
    this.p = rankP(this.partial, turned, turned.length);
    this.chance = select(turned, turned.length >> 1);
  }

  /** Analytic phasors of the movement, one every few frames. @returns how many points both are there */
  #readPhasors(
    signal: FrameTrack,
    settled: FrameTrack,
    re: Float64Array,
    im: Float64Array,
    pacerRad: Float64Array,
  ): number {
    const from = Math.max(signal.base, this.#window.from - MARGIN_FRAMES);
    const to = Math.min(signal.end, this.#window.to + MARGIN_FRAMES);
    const movement = Float64Array.from(signal.data.subarray(from - signal.base, to - signal.base));
    const [quadrature = movement] = quadratures([movement]);
    let count = 0;
    for (let p = 0; p < this.#points; p++) {
      const frame = this.#window.from + p * this.#step;
      const x = movement[frame - from] ?? 0;
      const y = quadrature[frame - from] ?? 0;
      const size = Math.sqrt(x * x + y * y);
      const rad = (pacerRad[p] = Number.isNaN(settled.at(frame)) || size === 0 ? NaN : this.#pacer.at(frame));
      if (Number.isNaN(rad)) continue;
      re[p] = x / size;
      im[p] = y / size;
      count++;
    }
    return count;
  }

  /** |⟨r_i r̄_j⟩| / √(⟨|r_i|²⟩⟨|r_j|²⟩) of the stretches that begin at these places. */
  #at(a: number, b: number): number {
    const re = this.#re;
    const im = this.#im;
    const have = this.#have;
    let sumRe = 0;
    let sumIm = 0;
    let own = 0;
    let other = 0;
    let count = 0;
    for (let p = 0; p < this.#points; p++) {
      const both = (have[a + p] as number) * (have[b + p] as number);
      const x = re[a + p] as number;
      const y = im[a + p] as number;
      const z = re[b + p] as number;
      const w = im[b + p] as number;
      count += both;
      own += both * (x * x + y * y);
      other += both * (z * z + w * w);
      sumRe += x * z + y * w;
      sumIm += y * z - x * w;
    }
    const isEnough = count >= this.#points / 4 && Math.min(own, other) > SINGULAR * count;
    return isEnough ? Math.min(1, Math.sqrt((sumRe * sumRe + sumIm * sumIm) / (own * other))) : NaN;
  }
}

/** How often the pacer's phase turns in a window, whole or in part. */
const beatsIn = (pacer: FrameTrack, { from, to }: Span): number => {
  let rad = 0;
  for (let f = from + 1; f < to; f++) {
    const step = wrapRad(pacer.at(f) - pacer.at(f - 1));
    if (!Number.isNaN(step)) rad += step;
  }
  return Math.max(1, rad / (2 * Math.PI));
};

/** Takes e^{i·multiple·θ} out of phasors, in place. @returns the length of what was taken out */
const takeOut = (
  re: Float64Array,
  im: Float64Array,
  pacerRad: Float64Array,
  multiple: number,
  count: number,
): number => {
  let sumRe = 0;
  let sumIm = 0;
  for (let p = 0; p < pacerRad.length; p++) {
    const rad = pacerRad[p] as number;
    if (Number.isNaN(rad)) continue;
    const c = Math.cos(multiple * rad);
    const s = Math.sin(multiple * rad);
    sumRe += (re[p] as number) * c + (im[p] as number) * s;
    sumIm += (im[p] as number) * c - (re[p] as number) * s;
  }
  sumRe /= count;
  sumIm /= count;
  for (let p = 0; p < pacerRad.length; p++) {
    const rad = pacerRad[p] as number;
    if (Number.isNaN(rad)) continue;
    const c = Math.cos(multiple * rad);
    const s = Math.sin(multiple * rad);
    re[p] = (re[p] as number) - (sumRe * c - sumIm * s);
    im[p] = (im[p] as number) - (sumIm * c + sumRe * s);
  }
  return Math.sqrt(sumRe * sumRe + sumIm * sumIm);
};
