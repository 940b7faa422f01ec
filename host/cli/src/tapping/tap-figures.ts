import { circularSummary, trialPhaseCorrection } from "@entrain/synchrony";
import type { Tapped } from "./read-taps.ts";

/** Figures of one subject at one interval, times in ms; tapping.schema.json describes them. */
export interface TapFigures {
  readonly subject: string | number;
  readonly isi: number;
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly sd: number | null;
  readonly circularR: number | null;
  readonly circularMeanMs: number | null;
  readonly rayleighZ: number | null;
  readonly lag1: number | null;
  readonly alpha: number | null;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
};

const orNull = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Lag-1 autocorrelation; only taps of one trial follow each other. */
const lag1Of = (trials: readonly (readonly number[])[], mean: number, squares: number): number => {
  const products = trials.flatMap((trial) =>
    trial.slice(1).map((value, k) => (value - mean) * ((trial[k] ?? NaN) - mean)),
  );
  const known = products.filter(Number.isFinite);
  return known.length > 0 && squares > 0 ? sumOf(known) / squares : NaN;
};

/** The figures of the literature on tapping; a missed tap (NaN) counts nowhere and breaks what follows it. */
export const tapFigures = ({ subject, isiMs, trialsMs }: Tapped): TapFigures => {
  const taps = trialsMs.flat().filter(Number.isFinite);
  const n = taps.length;
  const mean = sumOf(taps) / n;
  const squares = sumOf(taps.map((value) => (value - mean) ** 2));
  const circle = circularSummary(taps.map((value) => (2 * Math.PI * value) / isiMs));
  return {
    subject: /^(0|[1-9]\d{0,14})$/.test(subject) ? Number(subject) : subject,
    isi: isiMs,
    n,
    mean: orNull(mean),
    median: orNull(medianOf(taps)),
    sd: orNull(Math.sqrt(squares / (n - 1))),
    circularR: orNull(circle?.resultant),
    circularMeanMs: orNull(circle === undefined ? undefined : (circle.meanRad * isiMs) / (2 * Math.PI)),
    rayleighZ: orNull(circle?.rayleighZ),
    lag1: orNull(lag1Of(trialsMs, mean, squares)),
    alpha: orNull(trialPhaseCorrection(trialsMs.map((trial) => Float64Array.from(trial)))),
  };
};
