import { CliError } from "../errors.ts";
import { fitOnset, type Reading } from "./fit-onset.ts";
import { feltMicros, type MotorKind } from "./onset-model.ts";

/** What was heard around one pulse, on any one clock. */
export interface PulseRecord {
  readonly onMicros: number;
  readonly durationMicros: number;
  readonly tMicros: readonly number[];
  /** Interleaved x, y, z. */
  readonly accelG: readonly number[];
}

export interface Lag {
  readonly lagMicros: number;
  /** Twice the standard error. */
  readonly errorMicros: number;
  readonly pulses: number;
}

/** Before a pulse the arm is at rest, and the last pulse has died away. */
const REST_MICROS = { from: -300_000, to: -10_000 } as const;
const FEWEST_AT_REST = 5;
/** An arm that moves by more than this cannot be told from its motor. */
const MOVING_G = 0.04;
const GROUPS = 8;

interface PulseReadings {
  readonly readings: readonly Reading[];
  readonly noisePower: number;
}

const readingsOf = ({ onMicros, durationMicros, tMicros, accelG }: PulseRecord): PulseReadings | undefined => {
  const at = (i: number): readonly number[] => accelG.slice(3 * i, 3 * i + 3);
  const since = tMicros.map((t) => t - onMicros);
  const resting = since.flatMap((t, i) => (t > REST_MICROS.from && t < REST_MICROS.to ? [i] : []));
  if (resting.length < FEWEST_AT_REST) return undefined;
  const mean = [0, 1, 2].map((axis) => resting.reduce((sum, i) => sum + (at(i)[axis] ?? 0), 0) / resting.length);
  const offRest = (i: number): number => Math.hypot(...at(i).map((g, axis) => g - (mean[axis] ?? 0)));
  const noisePower = resting.reduce((sum, i) => sum + offRest(i) ** 2, 0) / (resting.length - 1);
  const readings = since.flatMap((t, i) => (t > 0 && t < durationMicros ? [{ tMicros: t, offRestG: offRest(i) }] : []));
  return { readings, noisePower };
};

/**
 * How long after its command a pulse is felt, from what the band's own accelerometer took around many of them.
 *
 * @throws CliError where the band moved, or no vibration was found
 */
export const measureLag = (kind: MotorKind, records: readonly PulseRecord[], where: string): Lag => {
  const pulses = records.flatMap((record) => readingsOf(record) ?? []);
  const noise = (of: readonly PulseReadings[]): number =>
    of.reduce((sum, { noisePower }) => sum + noisePower, 0) / Math.max(1, of.length);
  const movingG = Math.sqrt(noise(pulses));
  if (movingG > MOVING_G)
    throw new CliError(
      "not-at-rest",
      `expected ${where} to lie still, found it moving by ${movingG.toFixed(2)} g; put it down, or keep the arm still`,
    );
  const lagOf = (of: readonly PulseReadings[]): number | undefined =>
    feltMicros(
      kind,
      fitOnset(
        kind,
        of.flatMap(({ readings }) => readings),
        noise(of),
      ),
    );
  const lagMicros = pulses.length < GROUPS ? undefined : lagOf(pulses);
  const without = Array.from({ length: GROUPS }, (_, group) => lagOf(pulses.filter((__, i) => i % GROUPS !== group)));
  if (lagMicros === undefined || without.some((lag) => lag === undefined))
    throw new CliError(
      "not-felt",
      `expected to find ${where}'s motor in its accelerometer, found no vibration that could be felt in ${String(pulses.length)} pulses`,
    );
  // Jackknife (Efron 1982): the scatter of what is found without one group of pulses after the other.
  const found = without as number[];
  const mean = found.reduce((sum, lag) => sum + lag, 0) / GROUPS;
  const squares = found.reduce((sum, lag) => sum + (lag - mean) ** 2, 0);
  return { lagMicros, errorMicros: 2 * Math.sqrt(((GROUPS - 1) / GROUPS) * squares), pulses: pulses.length };
};
