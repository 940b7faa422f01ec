/**
 * InvenSense MPU-6050, RM-MPU-6000A-00 rev. 4.2. Handed its bus; samples come from the chip's FIFO, which holds 1024 bytes,
 * big-endian, acceleration first: they are turned into what the wire wants. For bands that somebody builds with what they
 * have; no first board has this chip.
 */

const SMPLRT_DIV = 0x19;
const FIFO_EN = 0x23;
const USER_CTRL = 0x6a;
const PWR_MGMT_1 = 0x6b;
const FIFO_COUNT_H = 0x72;
const FIFO_R_W = 0x74;
const WHO_AM_I = 0x75;
export const MPU6050_ID = 0x68;

const BYTES_PER_SAMPLE = 12;
const AXES = 6;
const ACCEL_AXES = 3;
/** A FIFO that has overflowed begins in the middle of a sample. */
const FIFO_BYTES = 1024;
const RESET_AND_ON = 0x44;

/**
 * Starts both sensors at 50 Hz behind a low-pass of 44 Hz, through the FIFO. Another chip is left alone.
 *
 * @param accelControl - the range (`imu-registers.ts`)
 * @returns what answered: {@link MPU6050_ID}, or the chip was not started
 */
export const startMpu6050 = (bus: I2C, address: number, accelControl: number, gyroControl: number): number => {
  const id = bus.readReg(address, WHO_AM_I, 1)[0] as number;
  if (id === MPU6050_ID) {
    bus.writeTo(address, [PWR_MGMT_1, 1]); // awake, clocked by the gyroscope
    bus.writeTo(address, [SMPLRT_DIV, 19, 3, gyroControl, accelControl]); // 1 kHz / 20, DLPF 3, both ranges
    bus.writeTo(address, [USER_CTRL, RESET_AND_ON]);
    bus.writeTo(address, [FIFO_EN, 0x78]); // rotation x y z and acceleration
  }
  return id;
};

/** Samples that wait in the FIFO. One that has overflowed is emptied: what is in it fits no sample any more. */
export const waitingMpu6050 = (bus: I2C, address: number): number => {
  const count = bus.readReg(address, FIFO_COUNT_H, 2);
  const bytes = (count[0] as number) * 256 + (count[1] as number);
  if (bytes < FIFO_BYTES) return Math.floor(bytes / BYTES_PER_SAMPLE);
  bus.writeTo(address, [USER_CTRL, RESET_AND_ON]);
  return 0;
};

export const readMpu6050 = (bus: I2C, address: number, count: number): Uint8Array => {
  const bytes = bus.readReg(address, FIFO_R_W, count * BYTES_PER_SAMPLE);
  const out = new Uint8Array(count * BYTES_PER_SAMPLE);
  for (let i = 0; i < count * AXES; i++) {
    const axis = i % AXES;
    const at = 2 * (axis < ACCEL_AXES ? i + ACCEL_AXES : i - ACCEL_AXES);
    out[at] = bytes[2 * i + 1] as number;
    out[at + 1] = bytes[2 * i] as number;
  }
  return out;
};
