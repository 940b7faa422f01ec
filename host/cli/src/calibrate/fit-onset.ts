import { type MotorKind, type Onset, shareAt } from "./onset-model.ts";

/** One reading of the accelerometer near a pulse: when after the command, and how far from rest it was, in g. */
export interface Reading {
  readonly tMicros: number;
  readonly offRestG: number;
}

/** Where a motor's dead time and rise are looked for. */
const DEAD_MICROS = { from: 0, to: 60_000, step: 1_000 } as const;
const RISE_MICROS = { from: 4_000, to: 200_000, factor: 1.2 } as const;

const rises = (): readonly number[] => {
  const values: number[] = [];
  for (let rise: number = RISE_MICROS.from; rise <= RISE_MICROS.to; rise *= RISE_MICROS.factor) values.push(rise);
  return values;
};

/** What a reading scatters by at least (a hundredth of a g, squared): an arm is never quite still. */
const FLOOR_POWER = 1e-4;
const ROUNDS = 4;

/**
 * A reading's squared distance from rest has the mean v = noise + c · (full · share)², c = 1 where the mass goes round, ½
 * where it goes to and fro and is met at any phase, and scatters by about as much. So the score is that of a variance,
 * Σ log v + p / v, and the best `full` follows by weighting with 1 / v² and beginning again.
 *
 * @returns full² · c, and the score, the lower the better
 */
const fitPower = (shapes: Float64Array, powers: Float64Array, noise: number): readonly [number, number] => {
  let full = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let top = 0;
    let bottom = 0;
    for (let i = 0; i < shapes.length; i++) {
      const g = shapes[i] as number;
      const weight = g / (round === 0 ? 1 : (noise + full * g) ** 2);
      top += weight * ((powers[i] as number) - noise);
      bottom += weight * g;
    }
    full = bottom > 0 ? Math.max(0, top / bottom) : 0;
  }
  let score = 0;
  for (let i = 0; i < shapes.length; i++) {
    const v = noise + full * (shapes[i] as number);
    score += Math.log(v) + (powers[i] as number) / v;
  }
  return [full, score];
};

/**
 * Finds the rise that fits readings from many pulses best (equivalent-time sampling: the accelerometer is far slower than
 * the vibration, but meets each pulse at another moment).
 *
 * @param noisePower - mean squared distance from rest without a pulse, g²
 */
export const fitOnset = (kind: MotorKind, readings: readonly Reading[], noisePower: number): Onset => {
  const share = kind === "erm" ? 1 : 0.5;
  const noise = noisePower + FLOOR_POWER;
  const powers = Float64Array.from(readings, ({ offRestG }) => offRestG ** 2 + FLOOR_POWER);
  const shapes = new Float64Array(readings.length);
  let best: Onset = { deadMicros: 0, riseMicros: RISE_MICROS.from, fullG: 0 };
  let least = Infinity;
  for (const riseMicros of rises())
    for (let deadMicros: number = DEAD_MICROS.from; deadMicros <= DEAD_MICROS.to; deadMicros += DEAD_MICROS.step) {
      readings.forEach(({ tMicros }, i) => (shapes[i] = shareAt(kind, deadMicros, riseMicros, tMicros) ** 2));
      const [full, score] = fitPower(shapes, powers, noise);
      if (score >= least) continue;
      least = score;
      best = { deadMicros, riseMicros, fullG: Math.sqrt(full / share) };
    }
  return best;
};
