import type { Pose } from "./pose.ts";

/** Of one way of moving into another: nobody begins or ends in an instant. */
export const BLEND_MICROS = 800_000;

/** From 0 to 1 over {@link BLEND_MICROS} from a moment on, without a corner. */
export const blendShare = (tMicros: number, tFromMicros: number): number => {
  const x = Math.min(1, Math.max(0, (tMicros - tFromMicros) / BLEND_MICROS));
  return x * x * (3 - 2 * x);
};

const FIELDS = ["positionM", "accelMps2", "anglesRad", "angleRatesRadps"] as const;

/** Brings a pose towards another by a share, [0, 1]; the change itself adds no acceleration. */
export const blendInto = (pose: Pose, other: Pose, share: number): void => {
  for (const field of FIELDS)
    for (let axis = 0; axis < 3; axis++) {
      const own = pose[field][axis] ?? 0;
      pose[field][axis] = own + share * ((other[field][axis] ?? 0) - own);
    }
};
