import { noiseSdOf, type SensorSpec } from "./sensor.ts";

/*
 * Offsets are given as tolerances in the datasheets (typical limits); half of each is taken for an SD. Figures for the
 * LSM6DS3TR-C and the KX023 are from memory of ST's DocID030071 and Kionix's KX023-1025 rev. 12 and are to be checked;
 * those for the MPU-6050 are as in InvenSense's PS-MPU-6000A rev. 3.4.
 */

/** ST LSM6DS3TR-C at 104 Hz, ±4 g, ±1000 deg/s: 90 µg/√Hz, 5 mdps/√Hz, ±40 mg, ±3 deg/s. */
export const LSM6DS3TRC: SensorSpec = {
  name: "lsm6ds3tr-c",
  accelG: { range: 4, lsb: 0.000122, noiseSd: noiseSdOf(90e-6, 104), offsetSd: 0.02 },
  gyroDps: { range: 1000, lsb: 0.035, noiseSd: noiseSdOf(0.005, 104), offsetSd: 1.5 },
};

/** Kionix KX023 at 50 Hz, ±4 g, 16 bit, as in a Bangle.js 2: 750 µg/√Hz, ±25 mg; no gyroscope. */
export const KX023: SensorSpec = {
  name: "kx023",
  accelG: { range: 4, lsb: 1 / 8192, noiseSd: noiseSdOf(750e-6, 50), offsetSd: 0.0125 },
  gyroDps: undefined,
};

/** InvenSense MPU-6050 at 100 Hz, ±4 g, ±500 deg/s: 400 µg/√Hz, 5 mdps/√Hz, ±50 mg, ±20 deg/s. */
export const MPU6050: SensorSpec = {
  name: "mpu6050",
  accelG: { range: 4, lsb: 1 / 8192, noiseSd: noiseSdOf(400e-6, 100), offsetSd: 0.025 },
  gyroDps: { range: 500, lsb: 1 / 65.5, noiseSd: noiseSdOf(0.005, 100), offsetSd: 10 },
};
