import { cosine, radians, sine, type Gesture } from "../gesture.ts";

/**
 * Swaying from side to side with the arm hanging: the body leans by 4° like an inverted pendulum about the ankles and
 * carries the wrist 8 cm from end to end. Lean and translation add up at the accelerometer (about 0.1 g). The onset is
 * the turn on the left.
 */
export const sway: Gesture = {
  name: "sway",
  comfortableHz: 0.5,
  slowestHz: 0.1,
  fastestHz: 2,
  harmonics: [
    cosine("y", 1, 0.04),
    cosine("roll", 1, radians(-4)),
    // The weight shifts a little forwards and back on each side, and the arm lags.
    sine("x", 2, 0.006),
    sine("pitch", 2, radians(0.8)),
    sine("roll", 3, radians(-0.3)),
  ],
};
