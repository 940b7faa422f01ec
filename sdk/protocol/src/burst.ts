import { type ClockMap, toSessionMicros } from "./clock-map.ts";
import type { MessageOf } from "./message-types.ts";

const AXES = 3;
const AXES_WITH_GYRO = 6;

/** Samples of the IMU on the session clock, oldest first. */
export interface BurstSamples {
  readonly tMicros: Float64Array;
  /** Interleaved x, y, z in g, gravity included. */
  readonly accelG: Float64Array;
  /** Interleaved x, y, z in deg/s; undefined without a gyroscope. */
  readonly gyroDps: Float64Array | undefined;
}

/** Whole samples in a burst; 0 for a number of axes that no band has. */
export const sampleCount = ({ axes, samples }: MessageOf<"imuBurst">): number =>
  axes === AXES || axes === AXES_WITH_GYRO ? Math.floor(samples.length / axes) : 0;

/** One burst in session time and physical units; samples between the two timestamps lie evenly. */
export const samplesOf = (
  burst: MessageOf<"imuBurst">,
  scales: Pick<MessageOf<"hello">, "accelScaleG" | "gyroScaleDps">,
  map: ClockMap,
): BurstSamples => {
  const { axes, samples } = burst;
  const count = sampleCount(burst);
  const tFirst = toSessionMicros(map, burst.tFirstMicros);
  const tLast = toSessionMicros(map, burst.tLastMicros);
  const tMicros = new Float64Array(count);
  const accelG = new Float64Array(3 * count);
  const gyroDps = axes === AXES_WITH_GYRO ? new Float64Array(3 * count) : undefined;
  for (let i = 0; i < count; i++) {
    tMicros[i] = count > 1 ? tFirst + ((tLast - tFirst) * i) / (count - 1) : tLast;
    const accelAt = i * axes + axes - 3;
    for (let axis = 0; axis < 3; axis++) {
      accelG[3 * i + axis] = (samples[accelAt + axis] as number) * scales.accelScaleG;
      if (gyroDps !== undefined) gyroDps[3 * i + axis] = (samples[i * axes + axis] as number) * scales.gyroScaleDps;
    }
  }
  return { tMicros, accelG, gyroDps };
};
