import { linearActuator, LRA_RESPONSE, stateOfG } from "@entrain/boards";
import type { Random } from "../random/index.ts";
import { tolerance, type MotorModel } from "./motor-model.ts";

const { resonanceHz, resonanceToleranceHz } = linearActuator;
/** The data sheet's tolerance is taken to be where tolerances here end, at three of these. */
const RESONANCE_SD = resonanceToleranceHz / resonanceHz / 3;

/**
 * A linear resonant actuator behind a driver with overdrive and braking (DRV2605L): state is the amplitude, the frequency
 * is its resonance.
 *
 * @param random - tolerances from one motor to the next
 */
export const createLra = (random: Random): MotorModel => {
  const { deadMicros, riseTauMicros, fallTauMicros, steadyState, power } = LRA_RESPONSE;
  const fullG = LRA_RESPONSE.fullG * tolerance(random.normal(), 0.06);
  const slowness = tolerance(random.normal(), 0.05);
  return {
    kind: "lra",
    deadMicros,
    riseTauMicros: riseTauMicros * slowness,
    fallTauMicros: fallTauMicros * slowness,
    steadyState,
    amplitudeG: (state) => fullG * state ** power,
    stateOfG: (amplitudeG) => stateOfG(LRA_RESPONSE, fullG, amplitudeG),
    idleHz: resonanceHz * tolerance(random.normal(), RESONANCE_SD),
    stateHz: 0,
    isRotating: false,
  };
};
