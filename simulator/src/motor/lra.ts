import type { Random } from "../random/index.ts";
import { tolerance, type MotorModel } from "./motor-model.ts";

/** Resonances lie between 175 and 205 Hz. */
const RESONANCE_HZ = 190;
const RESONANCE_SD = 0.026;
const FULL_G = 0.9;

/**
 * A linear resonant actuator behind a driver with overdrive and braking (DRV2605L): state is the amplitude, the frequency
 * is its resonance. Felt after 10–25 ms at levels from 0.2 (TI SLOS854; PLATFORM.md).
 *
 * @param random - tolerances from one motor to the next
 */
export const createLra = (random: Random): MotorModel => {
  const fullG = FULL_G * tolerance(random.normal(), 0.06);
  const slowness = tolerance(random.normal(), 0.05);
  return {
    kind: "lra",
    deadMicros: 9_000,
    riseTauMicros: 16_000 * slowness,
    fallTauMicros: 14_000 * slowness,
    steadyState: (level) => level,
    amplitudeG: (state) => fullG * state,
    stateOfG: (amplitudeG) => amplitudeG / fullG,
    idleHz: RESONANCE_HZ * tolerance(random.normal(), RESONANCE_SD),
    stateHz: 0,
    isRotating: false,
  };
};
