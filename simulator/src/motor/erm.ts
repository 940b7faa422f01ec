import type { Random } from "../random/index.ts";
import { tolerance, type MotorModel } from "./motor-model.ts";

/** Below this drive an eccentric weight does not leave its place. */
const STALL_LEVEL = 0.15;
/** Speed just above the stall, as a share of full speed: 150 Hz of 200. */
const SLOWEST = 0.72;
const FULL_SPEED_HZ = 200;
const FULL_G = 0.8;

/**
 * A coin motor with an eccentric rotating mass, as in a Bangle.js 2: state is the speed, frequency is proportional to it
 * and amplitude to its square. 150–200 Hz; felt after 50–100 ms (Precision Microdrives AB-028; PLATFORM.md).
 *
 * @param random - tolerances from one motor to the next
 */
export const createErm = (random: Random): MotorModel => {
  const fullG = FULL_G * tolerance(random.normal(), 0.08);
  const slowness = tolerance(random.normal(), 0.05);
  return {
    kind: "erm",
    deadMicros: 15_000,
    riseTauMicros: 95_000 * slowness,
    fallTauMicros: 60_000 * slowness,
    steadyState: (level) => (level < STALL_LEVEL ? 0 : SLOWEST + (1 - SLOWEST) * level),
    amplitudeG: (state) => fullG * state * state,
    stateOfG: (amplitudeG) => Math.sqrt(amplitudeG / fullG),
    idleHz: 0,
    stateHz: FULL_SPEED_HZ * tolerance(random.normal(), 0.02),
    isRotating: true,
  };
};
