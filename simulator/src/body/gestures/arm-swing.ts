import { cosine, radians, type Gesture } from "../gesture.ts";

const ARM_LENGTH_M = 0.6;
const SWING_RAD = radians(25);

/**
 * A straight arm swinging ±25° about the shoulder; the onset is the turn in front. As in any pendulum, gravity and the
 * acceleration along the path cancel near its natural frequency of 0.64 Hz: there the gyroscope tells all, the
 * accelerometer only the pull outwards at twice the tempo.
 */
export const armSwing: Gesture = {
  name: "arm-swing",
  comfortableHz: 1,
  slowestHz: 0.2,
  fastestHz: 3,
  harmonics: [
    cosine("pitch", 1, -SWING_RAD),
    cosine("x", 1, ARM_LENGTH_M * SWING_RAD),
    // A circle to second order: the hand rises by L·a²/2 at both ends.
    cosine("z", 2, (ARM_LENGTH_M * SWING_RAD ** 2) / 4),
    cosine("yaw", 1, radians(3)),
  ],
};
