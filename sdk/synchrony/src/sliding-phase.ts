import { wrapRad } from "./circular.ts";
import { FRAME_HZ } from "./grid.ts";
import type { FrameTrack } from "./internal/growable.ts";

const CYCLES = 2;
/** More samples a cycle than this add nothing: slower movements are read at a stride, so the cost is bounded. */
const SAMPLES_PER_CYCLE = 16;

/**
 * Live phase: a discrete Fourier transform over the last two cycles, whose phase (that of the window's middle) is carried
 * to now with the member's true tempo instead of the bin's. Zero at constant tempo, whatever the bin; two cycles null
 * the mean and all harmonics. The sum is taken anew each frame over at most 32 samples, so no rounding error gathers.
 */
export class SlidingPhase {
  /** Phase now, (−π, π], NaN until two cycles are there. */
  phaseRad = NaN;
  /** Share of the window's power that is at the tempo, [0, 1]. */
  concentration = 0;
  /** Mean square of the movement at the tempo, g². */
  powerG2 = 0;
  #previousRad = NaN;
  #previousWindow = 0;

  /**
   * @param signal movement, g, up to and with `frame`
   * @param tempoHz the tempo believed in
   * @returns a new measurement of the tempo, Hz, or NaN
   */
  next(signal: FrameTrack, frame: number, firstFrame: number, tempoHz: number): number {
    const stride = Math.max(1, Math.floor(FRAME_HZ / (SAMPLES_PER_CYCLE * tempoHz)));
    const count = Math.max(CYCLES * 3, Math.round((CYCLES * FRAME_HZ) / (tempoHz * stride)));
    if (frame - (count - 1) * stride < firstFrame) {
      this.reset();
      return NaN;
    }
    const binRad = (2 * Math.PI * CYCLES) / count;
    const stepCos = Math.cos(binRad);
    const stepSin = Math.sin(binRad);
    const data = signal.data;
    let at = frame - signal.base;
    let re = 0;
    let im = 0;
    let sum = 0;
    let squares = 0;
    let c = 1;
    let s = 0;
    for (let m = 0; m < count; m++, at -= stride) {
      const value = data[at] ?? 0;
      re += value * c;
      im += value * s;
      sum += value;
      squares += value * value;
      const next = c * stepCos - s * stepSin;
      s = s * stepCos + c * stepSin;
      c = next;
    }
    const power = squares - (sum * sum) / count;
    this.concentration = power > 0 ? Math.min(1, (2 * (re * re + im * im)) / (count * power)) : 0;
    this.powerG2 = (2 * (re * re + im * im)) / (count * count);
    const middleRad = Math.atan2(im, re);
    const trueRad = (2 * Math.PI * tempoHz * stride) / FRAME_HZ;
    this.phaseRad = wrapRad(middleRad + ((trueRad - binRad) * (count - 1)) / 2);
    const window = count * stride;
    const measured =
      window === this.#previousWindow
        ? tempoHz +
          (wrapRad(middleRad - this.#previousRad - (2 * Math.PI * tempoHz) / FRAME_HZ) * FRAME_HZ) / (2 * Math.PI)
        : NaN;
    this.#previousRad = middleRad;
    this.#previousWindow = window;
    return measured;
  }

  /** A frame without a measurement: the phase goes on at the tempo. */
  coast(tempoHz: number): void {
    this.phaseRad = wrapRad(this.phaseRad + (2 * Math.PI * tempoHz) / FRAME_HZ);
    this.#previousWindow = 0;
  }

  /** Forgets: the movement ended, or another began. */
  reset(): void {
    this.phaseRad = NaN;
    this.concentration = 0;
    this.powerG2 = 0;
    this.#previousWindow = 0;
  }
}
