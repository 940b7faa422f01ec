import { CliError } from "../errors.ts";
import type { Track } from "./tracks.ts";
import { badFile, expected } from "./text.ts";

export type TimeUnit = "ns" | "us" | "ms" | "s";
export type AccelUnit = "g" | "ms2";

/** Microseconds a unit of time. */
export const MICROS_PER: Readonly<Record<TimeUnit, number>> = { ns: 1e-3, us: 1, ms: 1e3, s: 1e6 };
const G_IN_MS2 = 9.80665;

const RATE_LOW_HZ = 5;
const RATE_HIGH_HZ = 2000;
/** Nobody's wrist holds this for half of a recording; gravity in m/s² does. */
const MAX_MEDIAN_G = 6;

const medianOf = (values: Float64Array): number | undefined => values.sort()[values.length >> 1];

/** The median step forward: gaps and jumps of a clock do not shift it. */
const medianStep = (tRaw: Float64Array): number | undefined => {
  const t = tRaw.filter((value) => !Number.isNaN(value));
  return medianOf(t.map((value, i) => value - (t[i - 1] ?? value)).filter((step) => step > 0));
};

const plausible = (rateHz: number): boolean => rateHz >= RATE_LOW_HZ && rateHz <= RATE_HIGH_HZ;
const shortNumber = (value: number): string => String(Number(value.toPrecision(3)));

/**
 * @throws CliError `bad-file` where time does not pass, `bad-unit` where it passes at a rate no sensor has
 */
export const checkTime = ({ tRaw, file }: Track, unit: TimeUnit): void => {
  const step = medianStep(tRaw);
  if (step === undefined) throw badFile("times that go forward", `none of ${String(tRaw.length)} that does`, { file });
  const rateIn = (u: TimeUnit): number => 1e6 / (step * MICROS_PER[u]);
  if (plausible(rateIn(unit))) return;
  const fitting = (["ns", "us", "ms", "s"] as const).find((u) => plausible(rateIn(u)));
  const advice =
    fitting === undefined
      ? "no --time-unit fits"
      : `--time-unit ${fitting} would make it ${shortNumber(rateIn(fitting))}`;
  const what = `${String(RATE_LOW_HZ)} to ${String(RATE_HIGH_HZ)} samples a second`;
  throw new CliError(
    "bad-unit",
    expected(what, `${shortNumber(rateIn(unit))} with --time-unit ${unit}`, { file }, advice),
  );
};

/**
 * Acceleration in g.
 *
 * @throws CliError `bad-unit` where half of it is more than a person does
 */
export const accelInG = ({ name, accelRaw, file }: Track, unit: AccelUnit): Float64Array => {
  const accelG = unit === "g" ? accelRaw : accelRaw.map((value) => value / G_IN_MS2);
  const size = new Float64Array(accelG.length / 3);
  for (let i = 0; i < size.length; i++)
    size[i] = Math.hypot(accelG[3 * i] ?? NaN, accelG[3 * i + 1] ?? NaN, accelG[3 * i + 2] ?? NaN);
  const median = medianOf(size.filter((value) => !Number.isNaN(value))) ?? 0;
  if (median <= MAX_MEDIAN_G) return accelG;
  const fits = unit === "g" && median / G_IN_MS2 <= MAX_MEDIAN_G;
  const advice = fits ? "--accel-unit ms2 would fit" : "no --accel-unit fits";
  throw new CliError(
    "bad-unit",
    expected(
      `at most ${String(MAX_MEDIAN_G)} g as the median of ${name}`,
      `${shortNumber(median)} with --accel-unit ${unit}`,
      { file },
      advice,
    ),
  );
};
