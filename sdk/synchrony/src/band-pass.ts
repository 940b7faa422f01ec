import { SynchronyError } from "./error.ts";
import { FourierTransform } from "./fourier.ts";
import { smoothLength } from "./internal/bluestein.ts";
import { complexArrays } from "./internal/fft-passes.ts";

export interface BandPassOpts {
  readonly rateHz: number;
  /** Edges of the band, 0 ≤ low < high ≤ rate/2. At each the signal keeps half its amplitude. */
  readonly lowHz: number;
  readonly highHz: number;
}

/** Signal reflected through its ends on both sides, in cycles of the low edge. */
const PADDED_CYCLES = 3;
const ORDER = 2;

/** Gain of a Butterworth band-pass of order 2 gone over twice, there and back: no phase, gain 1/2 at the edges. */
const gain = (hz: number, { lowHz, highHz }: BandPassOpts): number => {
  if (hz === 0) return lowHz === 0 ? 1 : 0;
  const beside = lowHz === 0 ? hz / highHz : (hz * hz - lowHz * highHz) / (hz * (highHz - lowHz));
  return 1 / (1 + beside ** (2 * ORDER));
};

/**
 * Zero-phase band-pass of a whole recording: the squared magnitude of a Butterworth filter of order 2, taken in the
 * spectrum, as a filter run forwards and backwards would give it. The mean goes (unless the low edge is 0), the ends are
 * reflected through themselves so that they do not ring.
 *
 * @param signal shape [n], finite
 * @throws SynchronyError `bad-option` unless 0 ≤ low < high ≤ rate/2
 * @example bandPass(signal, { rateHz: 100, lowHz: 0.5, highHz: 2 })
 */
export const bandPass = (signal: Float64Array, opts: BandPassOpts): Float64Array => {
  const { rateHz, lowHz, highHz } = opts;
  if (!(lowHz >= 0 && lowHz < highHz && highHz <= rateHz / 2))
    throw new SynchronyError(
      "bad-option",
      "0 ≤ low < high ≤ rate/2",
      `${String(lowHz)} to ${String(highHz)} Hz`,
      "band",
    );
  const points = signal.length;
  if (points < 2) return new Float64Array(points);
  const cycle = rateHz / (lowHz > 0 ? lowHz : highHz);
  const pad = Math.min(points - 1, Math.ceil(PADDED_CYCLES * cycle));
  const transform = new FourierTransform(smoothLength(points + 2 * pad));
  const data = complexArrays(transform.size);
  const first = signal[0] as number;
  const last = signal[points - 1] as number;
  data.re.set(signal, pad);
  for (let k = 1; k <= pad; k++) {
    data.re[pad - k] = 2 * first - (signal[k] as number);
    data.re[pad + points - 1 + k] = 2 * last - (signal[points - 1 - k] as number);
  }
  // What is left up to the transform's length leads from one end to the other.
  const after = transform.size - points - 2 * pad;
  const [end, begin] = [data.re[points + 2 * pad - 1] as number, data.re[0] as number];
  for (let k = 0; k < after; k++) data.re[points + 2 * pad + k] = end + ((begin - end) * (k + 1)) / (after + 1);
  transform.forward(data);
  for (let k = 0; k < transform.size; k++) {
    const g = gain((Math.min(k, transform.size - k) * rateHz) / transform.size, opts);
    data.re[k] = (data.re[k] as number) * g;
    data.im[k] = (data.im[k] as number) * g;
  }
  transform.inverse(data);
  return data.re.slice(pad, pad + points);
};
