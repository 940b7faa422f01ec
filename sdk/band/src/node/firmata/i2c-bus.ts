import type { Board } from "johnny-five";

/** Bytes from a register on, or undefined where the reading failed. */
export type I2cReading = readonly number[] | undefined;

/** The I²C bus of an Arduino. */
export interface I2cBus {
  write(address: number, register: number, value: number): void;
  read(address: number, register: number, length: number): Promise<I2cReading>;
  /** Reads again at every sampling interval until the Arduino is reset. */
  readOn(address: number, register: number, length: number, listener: (reading: I2cReading) => void): void;
}

/** StandardFirmata's complaint; the reply after it is short, or (before 2.4) full of what was read last. */
const READ_FAILED = /\b(?:few|many) bytes received/;

/** Firmata sends a byte as two; one lost on the wire pairs up the rest wrongly, the last with the end mark. */
const LARGEST_BYTE = 0xff;

/** johnny-five's `i2c…` functions: its Accelerometer and Gyro average five readings and round, which would be no samples. */
export const i2cBusOf = (board: Board): I2cBus => {
  let failed = false;
  board.on("string", (text) => {
    failed ||= READ_FAILED.test(text);
  });
  const checked = (bytes: readonly number[], length: number): I2cReading => {
    const isWhole = !failed && bytes.length === length && bytes.every((byte) => byte <= LARGEST_BYTE);
    failed = false;
    return isWhole ? bytes : undefined;
  };
  board.i2cConfig();
  return {
    write: (address, register, value) => {
      board.i2cWrite(address, register, value);
    },
    read: (address, register, length) =>
      new Promise((resolve) => {
        board.i2cReadOnce(address, register, length, (bytes) => {
          resolve(checked(bytes, length));
        });
      }),
    readOn: (address, register, length, listener) => {
      board.i2cRead(address, register, length, (bytes) => {
        listener(checked(bytes, length));
      });
    },
  };
};
