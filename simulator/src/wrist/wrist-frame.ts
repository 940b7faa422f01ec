import { STANDARD_GRAVITY_MPS2 } from "../body/impact-ring.ts";
import type { Pose } from "../body/pose.ts";

const DEGREES_PER_RADIAN = 180 / Math.PI;

/**
 * What an ideal sensor aligned with the wrist would feel: specific force Rᵀ(a + g·ẑ) in g, and body rates in deg/s, for
 * R = Rz(yaw)·Ry(pitch)·Rx(roll). At rest the force is 1 g along whatever points up.
 */
export const feelPose = (pose: Pose, outG: Float64Array, outDps: Float64Array): void => {
  const roll = pose.anglesRad[0] ?? 0;
  const pitch = pose.anglesRad[1] ?? 0;
  const yaw = pose.anglesRad[2] ?? 0;
  const sinRoll = Math.sin(roll);
  const cosRoll = Math.cos(roll);
  const sinPitch = Math.sin(pitch);
  const cosPitch = Math.cos(pitch);
  const sinYaw = Math.sin(yaw);
  const cosYaw = Math.cos(yaw);

  const x = (pose.accelMps2[0] ?? 0) / STANDARD_GRAVITY_MPS2;
  const y = (pose.accelMps2[1] ?? 0) / STANDARD_GRAVITY_MPS2;
  const z = (pose.accelMps2[2] ?? 0) / STANDARD_GRAVITY_MPS2 + 1;
  // Undo yaw, then pitch, then roll.
  const xLevel = cosYaw * x + sinYaw * y;
  const yLevel = cosYaw * y - sinYaw * x;
  const zTilted = sinPitch * xLevel + cosPitch * z;
  outG[0] = cosPitch * xLevel - sinPitch * z;
  outG[1] = cosRoll * yLevel + sinRoll * zTilted;
  outG[2] = cosRoll * zTilted - sinRoll * yLevel;

  const rollRate = pose.angleRatesRadps[0] ?? 0;
  const pitchRate = pose.angleRatesRadps[1] ?? 0;
  const yawRate = pose.angleRatesRadps[2] ?? 0;
  outDps[0] = DEGREES_PER_RADIAN * (rollRate - yawRate * sinPitch);
  outDps[1] = DEGREES_PER_RADIAN * (pitchRate * cosRoll + yawRate * sinRoll * cosPitch);
  outDps[2] = DEGREES_PER_RADIAN * (yawRate * cosRoll * cosPitch - pitchRate * sinRoll);
};
