/**
 * The tap engine of the LSM6DS3TR-C (DocID030071, registers 58h to 5Eh; AN5130 §5.5). It looks at half the difference
 * between one sample and the next, at 416 Hz and ±8 g. A tap is a shock above the threshold that is over within SHOCK, after
 * which nothing crosses it for QUIET; a second one within DUR makes it double.
 */

const TAP_CFG = 0x58;

/**
 * One block from TAP_CFG on: interrupts on, taps along all axes · threshold 5 steps of a 32nd of the range, 1.25 g of
 * half a difference, above any shake of a coin motor · DUR 5 (160 samples, 385 ms), QUIET 3 (12 samples, 29 ms), SHOCK 0 (4 samples, 10 ms): a hand that
 * claps or drums rings on for longer · double taps, too · no wake-up.
 */
const SET_UP = [TAP_CFG, 0x8e, 0x05, 0x5c, 0x80];
/** MD1_CFG: a double tap on the chip's first interrupt pin. */
const ROUTE = [0x5e, 0x08];

export const startTapEngine = (bus: I2C, address: number): void => {
  bus.writeTo(address, SET_UP);
  bus.writeTo(address, ROUTE);
};
