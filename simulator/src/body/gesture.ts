/** What a term moves: a displacement in metres along a world axis, or an angle in radians. */
export type Channel = "x" | "y" | "z" | "roll" | "pitch" | "yaw";

/** One harmonic of a gesture: `amplitude · cos(2π · order · phase + angle)` on one channel. */
export interface Harmonic {
  readonly channel: Channel;
  /** Multiples of the movement frequency; ½ is the stride under a step, 0 a constant. */
  readonly order: number;
  /** Metres or radians. */
  readonly amplitude: number;
  readonly angleRad: number;
}

/** A hit that rings in the arm: a decaying oscillation upwards from each movement onset. */
export interface Impact {
  /** First peak, g. */
  readonly peakG: number;
  readonly frequencyHz: number;
  /** Time in which the ringing falls to 1/e. */
  readonly decayMicros: number;
}

/** A way of moving, as the harmonics of its cycle. Phase 0 is the movement onset. */
export interface Gesture {
  readonly name: string;
  /** The tempo at which the amplitudes below hold, cycles per second. */
  readonly comfortableHz: number;
  /** Tempi at which people can do it at all, cycles per second. */
  readonly slowestHz: number;
  readonly fastestHz: number;
  readonly harmonics: readonly Harmonic[];
  readonly impact?: Impact;
}

/** `amplitude · cos(2π · order · phase)`. */
export const cosine = (channel: Channel, order: number, amplitude: number): Harmonic => ({
  channel,
  order,
  amplitude,
  angleRad: 0,
});

/** `amplitude · sin(2π · order · phase)`. */
export const sine = (channel: Channel, order: number, amplitude: number): Harmonic => ({
  channel,
  order,
  amplitude,
  angleRad: -Math.PI / 2,
});

/** Degrees in radians. */
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
