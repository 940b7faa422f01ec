import { periodOfBpm } from "../tempo.ts";
import type { Condition, Perturbation } from "./document.ts";

export type PacedCondition = Extract<Condition, { readonly stimulus: "virtual" | "recorded" }>;

const MICROS_PER_MILLI = 1_000;

const sizeOf = (perturbation: Perturbation, intervalMicros: number): number =>
  "byMillis" in perturbation
    ? perturbation.byMillis * MICROS_PER_MILLI
    : (perturbation.byPercent / 100) * intervalMicros;

/** Interval i lies between beats i + 1 and i + 2, counted from 1. */
const perturb = (intervals: number[], perturbation: Perturbation): void => {
  const before = perturbation.beat - 2;
  const micros = sizeOf(perturbation, intervals[before] ?? 0);
  const last = { phase: before, onset: before, period: intervals.length - 1 }[perturbation.kind];
  const first = perturbation.kind === "period" ? before + 1 : before;
  for (let i = first; i <= last; i++) intervals[i] = (intervals[i] ?? 0) + micros;
  if (perturbation.kind === "onset" && before + 1 < intervals.length)
    intervals[before + 1] = (intervals[before + 1] ?? 0) - micros;
};

/** How many beats a trial has. */
export const beatsOf = (condition: PacedCondition): number =>
  condition.stimulus === "virtual" ? condition.beats : condition.intervalsMillis.length;

/** From each beat of a trial to the next, µs; the last to the end of the trial. First jittered, then perturbed. */
export const intervalsOf = (condition: PacedCondition, random: () => number): readonly number[] => {
  const { jitterPercent = 0, perturbations = [] } = condition;
  const even =
    condition.stimulus === "virtual"
      ? Array.from({ length: condition.beats }, () => periodOfBpm(condition.bpm))
      : condition.intervalsMillis.map((millis) => millis * MICROS_PER_MILLI);
  const intervals = even.map((micros) =>
    jitterPercent === 0 ? micros : micros * (1 + (jitterPercent / 100) * (2 * random() - 1)),
  );
  for (const perturbation of perturbations) perturb(intervals, perturbation);
  return intervals;
};

const signed = (value: number): string => `${value < 0 ? "-" : "+"}${String(Math.abs(value))}`;

/** `phase +50 ms at beat 12; jitter 10 %`, or `none`. */
export const perturbationWords = (condition: Condition): string => {
  if (condition.stimulus !== "virtual" && condition.stimulus !== "recorded") return "none";
  const { perturbations = [], jitterPercent = 0 } = condition;
  const words = perturbations.map((each) => {
    const size = "byMillis" in each ? `${signed(each.byMillis)} ms` : `${signed(each.byPercent)} %`;
    return `${each.kind} ${size} at beat ${String(each.beat)}`;
  });
  if (jitterPercent > 0) words.push(`jitter ${String(jitterPercent)} %`);
  return words.join("; ") || "none";
};
