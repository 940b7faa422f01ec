import type { Channel, Gesture } from "./gesture.ts";
import type { Pose } from "./pose.ts";
import type { Kinematics } from "./quintic.ts";

/** Index into a pose's arrays; the angles follow the three displacements. */
const CHANNEL_INDEX: Readonly<Record<Channel, number>> = { x: 0, y: 1, z: 2, roll: 3, pitch: 4, yaw: 5 };

/** Adds a gesture's motion to a pose. */
export type GestureMotion = (phase: Readonly<Kinematics>, scale: Readonly<Kinematics>, out: Pose) => void;

/**
 * Compiles a gesture into a function of phase (cycles) and scale (1 is the gesture as written), both with their
 * derivatives by seconds. Derivatives are analytic, by the chain rule: with p the harmonic, y = s·p(φ),
 * ẏ = ṡ·p + s·p′·φ̇ and ÿ = s̈·p + 2ṡ·p′·φ̇ + s·(p″·φ̇² + p′·φ̈).
 */
export const compileGesture = (gesture: Gesture): GestureMotion => {
  const terms = gesture.harmonics.map(({ channel, order, amplitude, angleRad }) => ({
    index: CHANNEL_INDEX[channel],
    omega: 2 * Math.PI * order,
    amplitude,
    angleRad,
  }));
  return (phase, scale, out) => {
    // Every order is a multiple of one half, so two cycles bring each term round: small arguments, quick exact cosines.
    const wrapped = phase.value - 2 * Math.floor(phase.value / 2);
    for (const { index, omega, amplitude, angleRad } of terms) {
      const angle = omega * wrapped + angleRad;
      const p = amplitude * Math.cos(angle);
      const p1 = -amplitude * omega * Math.sin(angle);
      const rate = scale.rate * p + scale.value * p1 * phase.rate;
      if (index < 3) {
        const p2 = -omega * omega * p;
        out.positionM[index] = (out.positionM[index] ?? 0) + scale.value * p;
        out.accelMps2[index] =
          (out.accelMps2[index] ?? 0) +
          scale.acceleration * p +
          2 * scale.rate * p1 * phase.rate +
          scale.value * (p2 * phase.rate * phase.rate + p1 * phase.acceleration);
      } else {
        out.anglesRad[index - 3] = (out.anglesRad[index - 3] ?? 0) + scale.value * p;
        out.angleRatesRadps[index - 3] = (out.angleRatesRadps[index - 3] ?? 0) + rate;
      }
    }
  };
};
