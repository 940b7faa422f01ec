import { cosine, radians, sine, type Gesture } from "../gesture.ts";

const ARM_LENGTH_M = 0.6;
const SWING_RAD = radians(15);

/**
 * Walking on the spot or round the room. One cycle is one step, its onset the foot on the ground: the trunk bounces 4 cm
 * at step frequency, while the arm swings ±15° at stride frequency, one half of it. A wrist therefore moves at half time
 * to the steps. (Bounce and swing after Hirasaki et al. 1999 and Meyns et al. 2013.)
 */
export const step: Gesture = {
  name: "step",
  comfortableHz: 1.8,
  slowestHz: 0.5,
  fastestHz: 3,
  harmonics: [
    cosine("pitch", 0.5, -SWING_RAD),
    cosine("x", 0.5, ARM_LENGTH_M * SWING_RAD),
    sine("y", 0.5, 0.015),
    sine("roll", 0.5, radians(2)),
    // Lowest just after the foot comes down.
    cosine("z", 1, -0.02),
    cosine("z", 2, -0.003),
    cosine("z", 1, (ARM_LENGTH_M * SWING_RAD ** 2) / 4),
  ],
  impact: { peakG: 0.25, frequencyHz: 18, decayMicros: 30_000 },
};
