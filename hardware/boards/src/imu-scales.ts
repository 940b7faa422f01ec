/**
 * One row of a chip's table of ranges: what a register field must hold for the range, and what a step then means.
 * Ranges and scales are in g or in deg/s.
 */
export interface ScaleRow {
  readonly range: number;
  readonly code: number;
  readonly scale: number;
}

/** ST LSM6DS3TR-C, DocID030071 rev. 3: table 3 (sensitivity) and FS_XL of CTRL1_XL. The codes do not rise with the range. */
export const LSM6DS3TRC_ACCEL = [
  { range: 2, code: 0, scale: 0.000061 },
  { range: 4, code: 2, scale: 0.000122 },
  { range: 8, code: 3, scale: 0.000244 },
  { range: 16, code: 1, scale: 0.000488 },
] as const satisfies readonly ScaleRow[];

/** The same: FS_G with FS_125 below it, bits 3 to 1 of CTRL2_G. */
export const LSM6DS3TRC_GYRO = [
  { range: 125, code: 1, scale: 0.004375 },
  { range: 250, code: 0, scale: 0.00875 },
  { range: 500, code: 2, scale: 0.0175 },
  { range: 1_000, code: 4, scale: 0.035 },
  { range: 2_000, code: 6, scale: 0.07 },
] as const satisfies readonly ScaleRow[];

/** InvenSense MPU-6050, PS-MPU-6000A rev. 3.4 §6.2 and RM-MPU-6000A rev. 4.2: AFS_SEL of ACCEL_CONFIG. */
export const MPU6050_ACCEL = [
  { range: 2, code: 0, scale: 1 / 16_384 },
  { range: 4, code: 1, scale: 1 / 8_192 },
  { range: 8, code: 2, scale: 1 / 4_096 },
  { range: 16, code: 3, scale: 1 / 2_048 },
] as const satisfies readonly ScaleRow[];

/** The same, §6.1: FS_SEL of GYRO_CONFIG. */
export const MPU6050_GYRO = [
  { range: 250, code: 0, scale: 1 / 131 },
  { range: 500, code: 1, scale: 1 / 65.5 },
  { range: 1_000, code: 2, scale: 1 / 32.8 },
  { range: 2_000, code: 3, scale: 1 / 16.4 },
] as const satisfies readonly ScaleRow[];

/** Kionix KX023-1025, technical reference manual rev. 12: GSEL of CNTL1; Espruino's `Bangle` knows only the second row. */
export const KX023_ACCEL = [
  { range: 2, code: 0, scale: 1 / 16_384 },
  { range: 4, code: 1, scale: 1 / 8_192 },
  { range: 8, code: 2, scale: 1 / 4_096 },
] as const satisfies readonly ScaleRow[];
