/**
 * Where a wrist is, how it is turned, and how fast both change, at one moment. Written in place, so that sampling
 * allocates nothing.
 *
 * World axes: x forward, y to the left, z up. The wrist is turned from its base posture by `angles` roll, pitch and yaw
 * about x, y and z, applied as Rz(yaw)·Ry(pitch)·Rx(roll); pitch up is negative.
 */
export interface Pose {
  /** Displacement from the base posture in world axes, metres; length 3. */
  readonly positionM: Float64Array;
  /** Second derivative of the position in world axes, m/s², tremor and impacts included; length 3. */
  readonly accelMps2: Float64Array;
  /** Roll, pitch, yaw, radians; length 3. */
  readonly anglesRad: Float64Array;
  /** Rates of roll, pitch, yaw, rad/s; length 3. */
  readonly angleRatesRadps: Float64Array;
}

/** A pose at rest in the base posture, to be written into. */
export const createPose = (): Pose => ({
  positionM: new Float64Array(3),
  accelMps2: new Float64Array(3),
  anglesRad: new Float64Array(3),
  angleRatesRadps: new Float64Array(3),
});

/** Puts a pose back to rest in the base posture. */
export const clearPose = (pose: Pose): void => {
  for (let axis = 0; axis < 3; axis++) {
    pose.positionM[axis] = 0;
    pose.accelMps2[axis] = 0;
    pose.anglesRad[axis] = 0;
    pose.angleRatesRadps[axis] = 0;
  }
};
