/**
 * How a vibration motor answers its drive. Its state goes from 0 at rest to 1 at full strength with a first-order lag;
 * amplitude and frequency follow from the state.
 */
export interface MotorModel {
  readonly kind: "erm" | "lra";
  /** From a standstill, nothing moves for so long. */
  readonly deadMicros: number;
  readonly riseTauMicros: number;
  readonly fallTauMicros: number;
  /** The state that a drive level, 0 to 1, leads to in the end. */
  steadyState(level: number): number;
  /** Vibration amplitude in a state, g. */
  amplitudeG(state: number): number;
  /** The state that has this amplitude. */
  stateOfG(amplitudeG: number): number;
  /** Vibration frequency is `idleHz + stateHz · state`. */
  readonly idleHz: number;
  readonly stateHz: number;
  /** The shaking goes round (an eccentric weight) or to and fro (a spring and a coil). */
  readonly isRotating: boolean;
}

/** A share that differs a little from 1, from one motor to the next; never further than three SDs. */
export const tolerance = (normal: number, sd: number): number => 1 + sd * Math.max(-3, Math.min(3, normal));
