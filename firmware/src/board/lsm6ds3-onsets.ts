/**
 * The wake-up engine of the LSM6DS3TR-C (DocID030071, registers 1Bh and 58h to 5Eh; AN5130 §5.3), which looks at half the
 * difference between one sample and the next. At 416 Hz a blow to the arm is steep and a swing of it is not.
 */

const TAP_CFG = 0x58;
const WAKE_UP_SRC = 0x1b;
const OUTX_L_XL = 0x28;
const XYZ_BYTES = 6;
/** Ready for the next blow: the interrupt's pin falls. */
export const armOnsetEngine = (bus: I2C, address: number): void => {
  bus.readReg(address, WAKE_UP_SRC, 1);
};

/**
 * One block from TAP_CFG on: interrupts on or off, slope filter, latched until WAKE_UP_SRC is read · no taps, no 6D · threshold
 * one step of a 64th of the range, 1/8 g · at once · no free fall · MD1_CFG: wake-up on the chip's first interrupt pin.
 */
export const setOnsetEngine = (bus: I2C, address: number, isOn: number): void => {
  bus.writeTo(address, [TAP_CFG, isOn ? 0x81 : 0, 0, 0, 1, 0, 0, 0x20]);
  armOnsetEngine(bus, address);
};

/** The force on the arm just now, in g, squared. The upper byte of a sample, at ±8 g, is in steps of 1/16 g. */
export const readForceSquared = (bus: I2C, address: number): number => {
  const words = new Int16Array(bus.readReg(address, OUTX_L_XL, XYZ_BYTES).buffer);
  const x = (words[0] as number) >> 8;
  const y = (words[1] as number) >> 8;
  const z = (words[2] as number) >> 8;
  return (x * x + y * y + z * z) / 256;
};
