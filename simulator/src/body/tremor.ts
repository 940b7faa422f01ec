import type { Random } from "../random/index.ts";
import { STANDARD_GRAVITY_MPS2 } from "./impact-ring.ts";
import type { Pose } from "./pose.ts";

/** Several near frequencies beat, and so come and go as tremor does. */
const LINES = 6;
const LOWEST_HZ = 8;
const HIGHEST_HZ = 12;
/** Peaks of six equal lines stay below 3.5 times this: under 3 mg. */
const TYPICAL_G = 0.0008;

interface Line {
  readonly frequencyHz: number;
  readonly start: number;
  readonly xMps2: number;
  readonly yMps2: number;
  readonly zMps2: number;
}

const randomLine = (random: Random, amplitudeMps2: number): Line => {
  const [x, y, z] = [random.normal(), random.normal(), random.normal()];
  const scale = amplitudeMps2 / Math.hypot(x, y, z);
  return {
    frequencyHz: LOWEST_HZ + (HIGHEST_HZ - LOWEST_HZ) * random.uniform(),
    start: random.uniform(),
    xMps2: x * scale,
    yMps2: y * scale,
    zMps2: z * scale,
  };
};

/**
 * Physiological tremor: 8–12 Hz at a wrist, of a few thousandths of g (Elble & Koller 1990; Deuschl et al. 1998). Adds its
 * acceleration to a pose.
 *
 * @param rmsG - of the acceleration vector, g
 */
export const createTremor = (random: Random, rmsG = TYPICAL_G): ((tMicros: number, out: Pose) => void) => {
  const amplitudeMps2 = rmsG * STANDARD_GRAVITY_MPS2 * Math.sqrt(2 / LINES);
  const lines = Array.from({ length: LINES }, () => randomLine(random, amplitudeMps2));
  return (tMicros, { accelMps2 }) => {
    for (const { frequencyHz, start, xMps2, yMps2, zMps2 } of lines) {
      const cycles = (tMicros / 1e6) * frequencyHz + start;
      const swing = Math.sin(2 * Math.PI * (cycles - Math.floor(cycles)));
      accelMps2[0] = (accelMps2[0] ?? 0) + xMps2 * swing;
      accelMps2[1] = (accelMps2[1] ?? 0) + yMps2 * swing;
      accelMps2[2] = (accelMps2[2] ?? 0) + zMps2 * swing;
    }
  };
};
