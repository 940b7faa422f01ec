/**
 * How a motor's vibration rises: nothing for a dead time, then towards its full amplitude with a first-order lag. A linear
 * actuator's amplitude is the lagged state itself; an eccentric mass shakes with the square of its speed.
 */
export interface Onset {
  readonly deadMicros: number;
  readonly riseMicros: number;
  /** Amplitude in the end, g. */
  readonly fullG: number;
}

export type MotorKind = "erm" | "lra";

const POWER = { erm: 2, lra: 1 } as const;

/** The share of the full amplitude that is reached at a time after the command, 0 to 1. */
export const shareAt = (kind: MotorKind, deadMicros: number, riseMicros: number, tMicros: number): number =>
  tMicros <= deadMicros ? 0 : (1 - Math.exp((deadMicros - tMicros) / riseMicros)) ** POWER[kind];

/** A vibration is felt at this amplitude: well above the threshold of touch near 200 Hz. */
export const FELT_G = 0.1;

/** When the vibration is felt, µs after the command; undefined where it never is. */
export const feltMicros = (kind: MotorKind, { deadMicros, riseMicros, fullG }: Onset): number | undefined =>
  fullG <= FELT_G ? undefined : deadMicros - riseMicros * Math.log(1 - (FELT_G / fullG) ** (1 / POWER[kind]));
