import type { PacerTiming } from "../dyads/api.ts";
import { present } from "../internal/present.ts";
import { trialPhaseCorrection } from "../trial-phase-correction.ts";
import type { OnsetLog } from "./onset-log.ts";

const FEWEST = 3;
const FEWEST_FOR_ALPHA = 20;

/** Onsets matched to beats: for each beat of a span the asynchrony of the onset nearest to it, ms; NaN where it was missed. */
interface Matched {
  readonly asynchroniesMs: Float64Array;
  readonly periodMs: number;
  readonly onsets: number;
  readonly matched: number;
}

const match = (log: OnsetLog, startMicros: number, endMicros: number): Matched | undefined => {
  const { beatAt } = log;
  const from = Math.ceil((beatAt?.(startMicros) ?? NaN) + 0.5);
  const to = Math.floor((beatAt?.(endMicros) ?? NaN) - 0.5);
  if (!(to - from >= FEWEST && to - from < 1e5)) return undefined;
  const asynchroniesMs = new Float64Array(to - from + 1).fill(NaN);
  let periods = 0;
  let onsets = 0;
  let matched = 0;
  for (let k = log.first; k < log.count; k++) {
    const beat = log.beat(k);
    const at = Math.round(beat) - from;
    if (!(at >= 0 && at < asynchroniesMs.length) || log.tMicros(k) > endMicros) continue;
    const periodMs = log.periodMicros(k) / 1000;
    const asynchronyMs = (beat - Math.round(beat)) * periodMs;
    const before = asynchroniesMs[at] ?? NaN;
    onsets++;
    periods += periodMs;
    if (Number.isNaN(before)) matched++;
    if (!(Math.abs(before) <= Math.abs(asynchronyMs))) asynchroniesMs[at] = asynchronyMs;
  }
  return { asynchroniesMs, periodMs: periods / onsets, onsets, matched };
};

/**
 * Onsets against the pacer over a span: each beat takes the onset nearest to it within half a period; beats left over were
 * missed, onsets left over are extra.
 *
 * @returns undefined without a pacer over the span, or without an onset
 */
export const pacerTiming = (log: OnsetLog, startMicros: number, endMicros: number): PacerTiming | undefined => {
  const found = match(log, startMicros, endMicros);
  if (found === undefined || found.matched === 0) return undefined;
  const { asynchroniesMs, periodMs, onsets, matched } = found;
  const counts = {
    beats: asynchroniesMs.length,
    matched,
    missed: asynchroniesMs.length - matched,
    extra: onsets - matched,
  };
  if (matched < FEWEST) return counts;
  const known = asynchroniesMs.filter((a) => !Number.isNaN(a));
  const meanMs = known.reduce((sum, a) => sum + a, 0) / matched;
  const sdMs = Math.sqrt(known.reduce((sum, a) => sum + (a - meanMs) ** 2, 0) / (matched - 1));
  const radPerMs = (2 * Math.PI) / periodMs;
  const re = known.reduce((sum, a) => sum + Math.cos(a * radPerMs), 0) / matched;
  const im = known.reduce((sum, a) => sum + Math.sin(a * radPerMs), 0) / matched;
  const circularR = Math.min(1, Math.hypot(re, im));
  return present<PacerTiming>({
    ...counts,
    meanMs,
    sdMs,
    sdRatio: sdMs / periodMs,
    circularMeanMs: Math.atan2(im, re) / radPerMs,
    circularR,
    rayleighZ: matched * circularR ** 2,
    alpha: matched >= FEWEST_FOR_ALPHA ? trialPhaseCorrection([asynchroniesMs]) : undefined,
  });
};
