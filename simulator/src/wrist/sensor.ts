/** One quantity measured along three axes, as a chip gives it. */
export interface AxisSpec {
  /** Readings saturate at ± this. */
  readonly range: number;
  /** One step of the reading. */
  readonly lsb: number;
  /** SD of the white noise in one reading, at the chip's own bandwidth. */
  readonly noiseSd: number;
  /** SD of the constant offset, from one chip and axis to the next. */
  readonly offsetSd: number;
}

/** An inertial sensor; all its figures are in g and deg/s. */
export interface SensorSpec {
  readonly name: string;
  readonly accelG: AxisSpec;
  /** Undefined for a chip without a gyroscope, whose rates read 0. */
  readonly gyroDps: AxisSpec | undefined;
}

/** SD of white noise of the given density behind a low pass at half the sample rate. */
export const noiseSdOf = (densityPerRootHz: number, sampleRateHz: number): number =>
  densityPerRootHz * Math.sqrt(sampleRateHz / 2);

/** A sensor without noise, offset, range or steps, for checking what reaches it. */
export const IDEAL_SENSOR: SensorSpec = {
  name: "ideal",
  accelG: { range: Infinity, lsb: 0, noiseSd: 0, offsetSd: 0 },
  gyroDps: { range: Infinity, lsb: 0, noiseSd: 0, offsetSd: 0 },
};
