import { cosine, radians, sine, type Gesture } from "../gesture.ts";

/**
 * Clapping: the hands part by some 12 cm a side while the forearm turns 15°, and meet at phase 0. The shock that reaches
 * the wrist is 5 g ringing at some 35 Hz for a few hundredths of a second. The onset is the clap. (Sizes assumed; between
 * soft applause and a loud clap the vigour makes a factor of four.)
 */
export const clap: Gesture = {
  name: "clap",
  comfortableHz: 2.2,
  slowestHz: 0.3,
  fastestHz: 5,
  harmonics: [
    cosine("y", 0, 0.06),
    cosine("y", 1, -0.06),
    cosine("yaw", 0, radians(7.5)),
    cosine("yaw", 1, radians(-7.5)),
    sine("roll", 1, radians(4)),
    sine("yaw", 2, radians(1)),
  ],
  impact: { peakG: 5, frequencyHz: 35, decayMicros: 15_000 },
};
