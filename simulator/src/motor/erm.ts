import { ERM_RESPONSE, stateOfG } from "@entrain/boards";
import type { Random } from "../random/index.ts";
import { tolerance, type MotorModel } from "./motor-model.ts";

const FULL_SPEED_HZ = 200;

/**
 * A coin motor with an eccentric rotating mass, as in a Bangle.js 2: state is the speed, frequency is proportional to it
 * and amplitude to its square. 150–200 Hz.
 *
 * @param random - tolerances from one motor to the next
 */
export const createErm = (random: Random): MotorModel => {
  const { deadMicros, riseTauMicros, fallTauMicros, steadyState, power } = ERM_RESPONSE;
  const fullG = ERM_RESPONSE.fullG * tolerance(random.normal(), 0.08);
  const slowness = tolerance(random.normal(), 0.05);
  return {
    kind: "erm",
    deadMicros,
    riseTauMicros: riseTauMicros * slowness,
    fallTauMicros: fallTauMicros * slowness,
    steadyState,
    amplitudeG: (state) => fullG * state ** power,
    stateOfG: (amplitudeG) => stateOfG(ERM_RESPONSE, fullG, amplitudeG),
    idleHz: 0,
    stateHz: FULL_SPEED_HZ * tolerance(random.normal(), 0.02),
    isRotating: true,
  };
};
