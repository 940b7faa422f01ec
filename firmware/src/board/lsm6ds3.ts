/**
 * ST LSM6DS3TR-C, data sheet DocID030071. Handed its bus; samples come from the chip's FIFO, rotation x y z then
 * acceleration x y z, and go out as they are.
 */

const WHO_AM_I = 0x0f;
export const LSM6DS3_ID = 0x6a;
const FIFO_CTRL3 = 0x08;
const FIFO_CTRL5 = 0x0a;
const CTRL1_XL = 0x10;
const CTRL2_G = 0x11;
const CTRL3_C = 0x12;
const FIFO_STATUS1 = 0x3a;
const FIFO_DATA_OUT_L = 0x3e;

const WORDS_PER_SAMPLE = 6;
export const BYTES_PER_SAMPLE = 12;

/** @param accelControl - rate and range (`imu-registers.ts`); the FIFO takes 52 samples a second at any rate from there */
export const setAccelControl = (bus: I2C, address: number, accelControl: number): void => {
  bus.writeTo(address, [CTRL1_XL, accelControl]);
};

/**
 * Starts both sensors, through the FIFO at 52 Hz. Another chip is left alone.
 *
 * @returns what answered: {@link LSM6DS3_ID}, or the chip was not started
 */
export const startLsm6ds3 = (bus: I2C, address: number, accelControl: number, gyroControl: number): number => {
  const write = (register: number, value: number): void => {
    bus.writeTo(address, [register, value]);
  };
  const id = bus.readReg(address, WHO_AM_I, 1)[0] as number;
  if (id === LSM6DS3_ID) {
    write(CTRL3_C, 0x44); // block data update, register address counts up
    setAccelControl(bus, address, accelControl);
    write(CTRL2_G, gyroControl);
    write(FIFO_CTRL3, 0x09); // both sensors, no decimation
    write(FIFO_CTRL5, 0x1e); // 52 Hz, continuous: new samples overwrite the oldest
  }
  return id;
};

/** Samples that wait in the FIFO; what is there of the next is a fraction. */
export const waitingSamples = (bus: I2C, address: number): number => {
  const status = bus.readReg(address, FIFO_STATUS1, 2);
  return ((status[0] as number) + ((status[1] as number) & 7) * 256) / WORDS_PER_SAMPLE;
};

export const readSamples = (bus: I2C, address: number, count: number): Uint8Array =>
  bus.readReg(address, FIFO_DATA_OUT_L, count * BYTES_PER_SAMPLE);
