import { BAND_LOW_HZ, FRAME_HZ } from "./grid.ts";
import type { FrameTrack } from "./internal/growable.ts";

/** Half-width of the kernel in cycles: the delay of the settled track. */
const SETTLED_CYCLES = 2;
const SAMPLES_PER_CYCLE = 16;
/** Kernels are worked out for tempi a hundredth apart, and shared: a kernel a little off its tempo biases nothing. */
const LOG_STEP = Math.log(1.01);
const LOG_LOWEST = Math.log(BAND_LOW_HZ / 2);

/** Hann-weighted cosine and sine of each sample after the middle, `stride` frames apart. */
interface SettledKernel {
  readonly stride: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Frames that it reaches to either side, and a little. */
  readonly delayFrames: number;
  /** Tempi that it is for. */
  readonly lowHz: number;
  readonly highHz: number;
}

const kernelAt = (tempoHz: number): SettledKernel => {
  const stride = Math.max(1, Math.floor(FRAME_HZ / (SAMPLES_PER_CYCLE * tempoHz)));
  const reach = Math.floor((SETTLED_CYCLES * FRAME_HZ) / (tempoHz * stride));
  const cos = new Float64Array(reach + 1);
  const sin = new Float64Array(reach + 1);
  for (let m = 0; m <= reach; m++) {
    const rad = (2 * Math.PI * tempoHz * stride * m) / FRAME_HZ;
    const weight = 0.5 + 0.5 * Math.cos((Math.PI * m) / (reach + 1));
    cos[m] = weight * Math.cos(rad);
    sin[m] = weight * Math.sin(rad);
  }
  const half = Math.exp(LOG_STEP / 2);
  const delayFrames = Math.ceil((SETTLED_CYCLES * FRAME_HZ) / tempoHz);
  return { stride, cos, sin, delayFrames, lowHz: tempoHz / half, highHz: tempoHz * half };
};

const kernels: (SettledKernel | undefined)[] = [];

/** @param tempoHz half the band's lower edge or more */
const kernelFor = (tempoHz: number): SettledKernel => {
  const step = Math.max(0, Math.round((Math.log(tempoHz) - LOG_LOWEST) / LOG_STEP));
  return (kernels[step] ??= kernelAt(Math.exp(LOG_LOWEST + step * LOG_STEP)));
};

/**
 * Settled phase: a Hann-weighted complex FIR at the member's tempo, centred on the frame (four cycles long, so two cycles
 * late). It is a band-pass and the analytic signal in one and symmetric in time, so a wrong tempo biases nothing.
 */
export class SettledPhase {
  #kernel = kernelFor(1);

  /** @param tempoHz tempo that the filter is for from now on */
  tune(tempoHz: number): void {
    if (tempoHz < this.#kernel.lowHz || tempoHz > this.#kernel.highHz) this.#kernel = kernelFor(tempoHz);
  }

  /** Frames by which the track is behind. */
  get delayFrames(): number {
    return this.#kernel.delayFrames;
  }

  /** Phase at a frame, (−π, π]; the signal must reach `delayFrames` to either side of it. */
  rad(signal: FrameTrack, frame: number): number {
    const { stride, cos, sin } = this.#kernel;
    const data = signal.data;
    const centre = frame - signal.base;
    let re = data[centre] as number;
    let im = 0;
    for (let m = 1, before = centre - stride, after = centre + stride; m < cos.length; m++) {
      const x = data[before] as number;
      const y = data[after] as number;
      re += (x + y) * (cos[m] as number);
      im += (x - y) * (sin[m] as number);
      before -= stride;
      after += stride;
    }
    return Math.atan2(im, re);
  }
}
