import type { Body } from "../body/body.ts";
import { createPose } from "../body/pose.ts";
import type { Random } from "../random/index.ts";
import { createAxes } from "./axes.ts";
import { rotate, type Rotation } from "./rotation.ts";
import type { SensorSpec } from "./sensor.ts";
import { feelPose } from "./wrist-frame.ts";

/** Something that shakes the sensor: the band's own motor. */
export interface Shaker {
  /** Writes the shaking at a time, g in the sensor's axes, into `out` (length 3). */
  vibrationG(tMicros: number, out: Float64Array): void;
}

/** What {@link createWrist} takes. */
export interface WristOpts {
  readonly body: Body;
  /** From the wrist's axes to the sensor's; see `randomMounting`. */
  readonly mounting: Rotation;
  readonly sensor: SensorSpec;
  readonly random: Random;
  /** The motor on the same circuit board. */
  readonly motor?: Shaker;
}

/** A sensor on a wrist. */
export interface Wrist {
  /**
   * Reads the sensor once, at true time `tMicros`. Times go forwards; see {@link Body} for how far back is exact.
   *
   * @param outG - specific force in the sensor's axes, g; length 3
   * @param outDps - angular rate in the sensor's axes, deg/s; length 3; 0 where the chip has no gyroscope
   */
  sample(tMicros: number, outG: Float64Array, outDps: Float64Array): void;
}

/** A sensor strapped to a body's wrist. Sampling allocates nothing. */
export const createWrist = ({ body, mounting, sensor, random, motor }: WristOpts): Wrist => {
  const pose = createPose();
  const shake = new Float64Array(3);
  const readG = createAxes(sensor.accelG, random.fork("accelerometer"));
  const readDps = sensor.gyroDps && createAxes(sensor.gyroDps, random.fork("gyroscope"));
  return {
    sample(tMicros, outG, outDps) {
      body.poseAt(tMicros, pose);
      feelPose(pose, outG, outDps);
      rotate(mounting, outG);
      if (motor !== undefined) {
        motor.vibrationG(tMicros, shake);
        for (let axis = 0; axis < 3; axis++) outG[axis] = (outG[axis] ?? 0) + (shake[axis] ?? 0);
      }
      readG(outG);
      if (readDps === undefined) return void outDps.fill(0);
      rotate(mounting, outDps);
      readDps(outDps);
    },
  };
};
