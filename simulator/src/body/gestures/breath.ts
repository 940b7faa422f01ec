import { cosine, radians, sine, type Gesture } from "../gesture.ts";

const FOREARM_M = 0.25;
const RAISE_RAD = radians(-45);
const SKEW = 0.12;

/**
 * Breathing led by the arm: the forearm rises through 45° from level as the breath goes in, and sinks more slowly as it
 * goes out. At these tempi the accelerometer feels the turning of gravity and little else. The onset is the start of the
 * breath in.
 */
export const breath: Gesture = {
  name: "breath",
  comfortableHz: 0.1,
  slowestHz: 0.03,
  fastestHz: 0.5,
  harmonics: [
    cosine("pitch", 0, RAISE_RAD / 2),
    cosine("pitch", 1, -RAISE_RAD / 2),
    // Positive sine terms bring the top forward: shorter in, longer out.
    sine("pitch", 1, SKEW * RAISE_RAD),
    sine("pitch", 2, (-SKEW * RAISE_RAD) / 2),
    cosine("z", 1, (FOREARM_M * RAISE_RAD) / 2),
    sine("yaw", 1, radians(2)),
  ],
};
