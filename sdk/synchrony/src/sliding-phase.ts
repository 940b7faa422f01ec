import { wrapRad } from "./circular.ts";
import { FRAME_HZ } from "./grid.ts";
import type { FrameTrack } from "./internal/growable.ts";
import { twoCycles } from "./internal/two-cycles.ts";

const CYCLES = 2;
/**
 * The phase is carried on by a tempo smoothed over so many cycles: less than the slower one that tunes the filters, so that a
 * step of tempo is over when it has left the window.
 */
const CARRIED_CYCLES = 0.2;
/** A measured tempo farther off than this is an error, not a tempo. */
const FARTHEST = 0.4;
/** Above the stride of the slowest movement. */
const MOST_STRIDE = 32;
/** More samples a cycle than this add nothing: slower movements are read at a stride, so the cost is bounded. */
const SAMPLES_PER_CYCLE = 16;

/**
 * Live phase: a discrete Fourier transform over the last two cycles, whose phase (that of the window's middle) is carried
 * to now with the member's true tempo instead of the bin's. Zero at constant tempo, whatever the bin; two cycles null
 * the mean and all harmonics. The sum is taken anew each frame over at most 64 samples, so no rounding error gathers.
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
  #carriedHz = NaN;
  /** Middles of the latest windows, in frames, and the phases there. */
  readonly #middles = new Float64Array(MOST_STRIDE).fill(NaN);
  readonly #middleRads = new Float64Array(MOST_STRIDE);
  #newest = 0;

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
    const { cos, sin } = twoCycles(count);
    const data = signal.data;
    let at = frame - signal.base;
    let re = 0;
    let im = 0;
    let sum = 0;
    let squares = 0;
    for (let m = 0; m < count; m++, at -= stride) {
      const value = data[at] as number;
      re += value * (cos[m] as number);
      im += value * (sin[m] as number);
      sum += value;
      squares += value * value;
    }
    const power = squares - (sum * sum) / count;
    this.concentration = power > 0 ? Math.min(1, (2 * (re * re + im * im)) / (count * power)) : 0;
    this.powerG2 = (2 * (re * re + im * im)) / (count * count);
    const middleRad = Math.atan2(im, re);
    const window = count * stride;
    const measured =
      window === this.#previousWindow
        ? tempoHz +
          (wrapRad(middleRad - this.#previousRad - (2 * Math.PI * tempoHz) / FRAME_HZ) * FRAME_HZ) / (2 * Math.PI)
        : NaN;
    this.#previousRad = middleRad;
    this.#previousWindow = window;
    this.#carry(frame - ((count - 1) * stride) / 2, middleRad, stride, tempoHz);
    const trueRad = (2 * Math.PI * this.#carriedHz * stride) / FRAME_HZ;
    this.phaseRad = wrapRad(middleRad + ((trueRad - binRad) * (count - 1)) / 2);
    return measured;
  }

  /** A frame without a measurement: the phase goes on at the tempo. */
  coast(tempoHz: number): void {
    this.phaseRad = wrapRad(this.phaseRad + (2 * Math.PI * tempoHz) / FRAME_HZ);
    this.#previousWindow = 0;
    this.#middles.fill(NaN);
  }

  /** The tempo between this window and the one that had the same samples but the newest, a stride before. */
  #carry(middle: number, middleRad: number, stride: number, tempoHz: number): void {
    // Where the tempo was found anew the one carried along is of another movement.
    if (!(Math.abs(this.#carriedHz / tempoHz - 1) < FARTHEST)) this.#carriedHz = tempoHz;
    const at = this.#newest;
    const before = (at + MOST_STRIDE - stride) % MOST_STRIDE;
    const frames = middle - (this.#middles[before] ?? NaN);
    const expectedRad = (2 * Math.PI * tempoHz * frames) / FRAME_HZ;
    const offRad = wrapRad(middleRad - (this.#middleRads[before] ?? NaN) - expectedRad);
    const measuredHz = tempoHz + (offRad * FRAME_HZ) / (2 * Math.PI * frames);
    this.#middles[at] = middle;
    this.#middleRads[at] = middleRad;
    this.#newest = (at + 1) % MOST_STRIDE;
    if (!(frames > 0 && Math.abs(measuredHz / tempoHz - 1) < FARTHEST)) return;
    this.#carriedHz += (measuredHz - this.#carriedHz) * Math.min(1, tempoHz / (FRAME_HZ * CARRIED_CYCLES));
  }

  /** Forgets: the movement ended, or another began. */
  reset(): void {
    this.phaseRad = this.#carriedHz = NaN;
    this.#middles.fill(NaN);
    this.concentration = 0;
    this.powerG2 = 0;
    this.#previousWindow = 0;
  }
}
