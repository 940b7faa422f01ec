import type { SimulatedBand } from "@entrain/simulator";

/** The value below which a share of `values` lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};

const nearest = (times: readonly number[], t: number, within: number): number | undefined =>
  times.find((each) => Math.abs(each - t) < within);

/** How far apart, beat by beat, a pulse was felt: between any two of the bands that felt it, and between the first and the last. */
export interface FeltSpread {
  readonly pairsMicros: readonly number[];
  readonly widestMicros: readonly number[];
  /** Share of pulses that were felt at all. */
  readonly felt: number;
}

export const feltSpread = (
  bands: readonly SimulatedBand[],
  beatZeroMicros: number,
  periodMicros: number,
  beats: { readonly from: number; readonly to: number },
): FeltSpread => {
  const pairsMicros: number[] = [];
  const widestMicros: number[] = [];
  let felt = 0;
  for (let beat = beats.from; beat < beats.to; beat++) {
    const tBeat = beatZeroMicros + beat * periodMicros;
    const times = bands
      .map((band) => nearest(band.felt, tBeat, periodMicros / 2))
      .filter((t) => t !== undefined)
      .sort((a, b) => a - b);
    felt += times.length;
    if (times.length < 2) continue;
    times.forEach((t, i) => {
      for (const other of times.slice(i + 1)) pairsMicros.push(other - t);
    });
    widestMicros.push((times[times.length - 1] ?? 0) - (times[0] ?? 0));
  }
  return { pairsMicros, widestMicros, felt: felt / (bands.length * (beats.to - beats.from)) };
};

/** From a moment until a band's motor was off for good, µs; 0 where it was off already. */
export const offAfter = (band: SimulatedBand, tMicros: number): number =>
  Math.max(0, ...band.drivenSpans.map(({ offMicros }) => (offMicros ?? Infinity) - tMicros));
