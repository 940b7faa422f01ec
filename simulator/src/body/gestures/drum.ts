import { cosine, radians, sine, type Gesture, type Harmonic } from "../gesture.ts";

const LIFT_M = 0.1;
const LIFT_RAD = radians(-20);
const SKEW = 0.25;

/** A stroke from 0 to `lift` and back: lies on the drum a while, rises slowly, falls fast, and hits at phase 0. */
const stroke = (channel: "z" | "pitch", lift: number): Harmonic[] => [
  cosine(channel, 0, lift / 2),
  cosine(channel, 1, -lift / 2),
  sine(channel, 1, -SKEW * lift),
  sine(channel, 2, (SKEW * lift) / 2),
];

/**
 * Drumming with the forearm: a lift of 10 cm and 20°, then a hit whose shock reaches the wrist as 2 g ringing at some
 * 28 Hz for a few hundredths of a second. The onset is the hit.
 */
export const drum: Gesture = {
  name: "drum",
  comfortableHz: 1.7,
  slowestHz: 0.3,
  fastestHz: 5,
  harmonics: [...stroke("z", LIFT_M), ...stroke("pitch", LIFT_RAD)],
  impact: { peakG: 2, frequencyHz: 28, decayMicros: 22_000 },
};
