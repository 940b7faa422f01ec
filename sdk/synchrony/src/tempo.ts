import { window, windowHann } from "@thi.ng/dsp";
import { BAND_HIGH_HZ, BAND_LOW_HZ, FRAME_HZ } from "./grid.ts";
import type { FrameTrack } from "./internal/growable.ts";
import { RealPower } from "./internal/real-power.ts";

const SIZE = 256;
/** Work space alone: one for all. */
const TRANSFORM = new RealPower(SIZE);
const POINTS = new Float64Array(SIZE);
/** Frames are averaged in pairs: 12.5 a second hold a 4 Hz band, and the average is zero where it would fold. */
const FRAMES_PER_POINT = 2;
/** A peak near the hint wins over a stronger one elsewhere when it has this share of its power. */
const HINT_SHARE = 0.2;
const HINT_RATIO = 1.15;

/** Tempi of one and the same movement. */
const RELATED = [1 / 3, 1 / 2, 1, 1.5, 2, 3];

const isRelated = (other: number, bin: number, width: number): boolean => {
  for (const ratio of RELATED) if (Math.abs(other - bin * ratio) <= width) return true;
  return false;
};

/** What the spectrum of the last 20 s says. */
export interface TempoEstimate {
  readonly tempoHz: number;
  /** Power of the strongest unrelated peak over that of this one, [0, ∞). */
  readonly rival: number;
}

/** The dominant tempo of a movement signal by a Hann-windowed FFT of up to 20 s, refined between bins. */
export class TempoFinder {
  readonly #power = new Float64Array(SIZE / 2);
  readonly #framesPerPoint: number;
  readonly #rateHz: number;
  readonly #binHz: number;
  #windowSize = 0;
  #window: ArrayLike<number> = [];

  /** @param framesPerPoint frames averaged into one; more look farther back, at slower movements */
  constructor(framesPerPoint = FRAMES_PER_POINT) {
    this.#framesPerPoint = framesPerPoint;
    this.#rateHz = FRAME_HZ / framesPerPoint;
    this.#binHz = this.#rateHz / SIZE;
  }

  /**
   * @param hintHz tempo of the pacer, preferred if the movement has a clear share of it
   * @returns undefined below 3 s of signal or without any peak
   */
  find(signal: FrameTrack, frame: number, firstFrame: number, hintHz: number | undefined): TempoEstimate | undefined {
    const count = Math.min(SIZE, Math.floor((frame - firstFrame + 1) / this.#framesPerPoint));
    if (count < 3 * this.#rateHz) return undefined;
    this.#spectrum(signal, frame, count);
    const low = Math.max(2, Math.floor(BAND_LOW_HZ / this.#binHz), Math.ceil((1.5 * SIZE) / count));
    const high = Math.floor(Math.min(BAND_HIGH_HZ, this.#rateHz / 3) / this.#binHz);
    let bin = this.#peak(low, high);
    if (bin < 0) return undefined;
    if (hintHz !== undefined) {
      const near = this.#peak(
        Math.max(low, Math.floor(hintHz / HINT_RATIO / this.#binHz)),
        Math.min(high, Math.ceil((hintHz * HINT_RATIO) / this.#binHz)),
      );
      if (near >= 0 && this.#at(near) > HINT_SHARE * this.#at(bin)) bin = near;
    }
    return {
      tempoHz: this.#refine(bin) * this.#binHz,
      rival: this.#rival(bin, low, high, Math.ceil((2.5 * SIZE) / count)),
    };
  }

  #at(bin: number): number {
    return this.#power[bin] ?? 0;
  }

  #spectrum(signal: FrameTrack, frame: number, count: number): void {
    if (this.#windowSize !== count) {
      this.#window = window(windowHann, count);
      this.#windowSize = count;
    }
    const points = POINTS;
    points.fill(0, count);
    const data = signal.data;
    let mean = 0;
    const width = this.#framesPerPoint;
    for (let i = 0, at = frame - signal.base - width * count + 1; i < count; i++, at += width) {
      let value = 0;
      for (let k = 0; k < width; k++) value += data[at + k] as number;
      value /= width;
      points[i] = value;
      mean += value / count;
    }
    for (let i = 0; i < count; i++) points[i] = ((points[i] as number) - mean) * (this.#window[i] as number);
    TRANSFORM.measure(points, this.#power);
  }

  /** The strongest local maximum in [low, high], or −1. */
  #peak(low: number, high: number): number {
    let best = -1;
    for (let bin = low; bin <= high; bin++) {
      const power = this.#at(bin);
      if (power >= this.#at(bin - 1) && power >= this.#at(bin + 1) && power > (best < 0 ? 0 : this.#at(best)))
        best = bin;
    }
    return best;
  }

  /** Parabola through the logarithms of three bins. */
  #refine(bin: number): number {
    const a = Math.log(this.#at(bin - 1) + 1e-30);
    const b = Math.log(this.#at(bin) + 1e-30);
    const c = Math.log(this.#at(bin + 1) + 1e-30);
    const curve = a - 2 * b + c;
    return curve < 0 ? bin + Math.max(-0.5, Math.min(0.5, (a - c) / (2 * curve))) : bin;
  }

  /** Peaks at half, double or triple the tempo belong to the same movement; others compete with it. */
  #rival(bin: number, low: number, high: number, width: number): number {
    let rival = 0;
    for (let other = low; other <= high; other++) {
      if (this.#at(other) > rival && !isRelated(other, bin, width)) rival = this.#at(other);
    }
    return this.#at(bin) > 0 ? rival / this.#at(bin) : 0;
  }
}
