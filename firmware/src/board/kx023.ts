import { KX023_OFF, KX023_WAKE_UP } from "./imu-registers.ts";

/**
 * Kionix KX023-1025, technical reference manual rev. 12, behind Espruino's `Bangle`, which owns the bus and gives each new
 * reading in g. CNTL1 (0x18) must have PC1 off before ODCNTL (0x1b) is written.
 */

const WHO_AM_I = 0x0f;
export const KX023_ID = 0x15;
const CNTL1 = 0x18;
const ODCNTL = 0x1b;
const PC1 = 0x80;
/** 100 Hz, low-pass at a ninth of it, which keeps most of the motor's shake out of a reading every 20 ms. */
const SMOOTH = 0x03;
/** 1600 Hz, low-pass at half of it: each reading is a moment of the vibration. */
const WIDE = 0x47;

const setRate = (off: number, rate: number): void => {
  Bangle.accelWr(CNTL1, off);
  Bangle.accelWr(ODCNTL, rate);
  Bangle.accelWr(CNTL1, off | PC1);
};

export const setKx023Wideband = (isWide: boolean): void => {
  setRate(KX023_OFF, isWide ? WIDE : SMOOTH);
};

const INS2 = 0x13;
const INT_REL = 0x17;
const WOKEN = 0x02;
/**
 * Its motion engine takes the difference between one sample and the next. CNTL3: 100 Hz for it, the fastest · INC2: every
 * axis, both ways · WUFC: at once · ATH: 0.75 g, in steps of 1/16 g: from sample to
 * sample the upswing of a fast large stroke changes by more than half a g.
 */
const MOTION = [0x1a, 0x9f, 0x1d, 0x3f, 0x23, 0, 0x30, 12];

/** While the motion engine is on, the one for taps is off: the watch would clear both. */
export const setKx023WakeUp = (isOn: number): void => {
  Bangle.accelWr(CNTL1, KX023_OFF);
  for (let i = 0; i < MOTION.length; i += 2) Bangle.accelWr(MOTION[i] as number, MOTION[i + 1] as number);
  Bangle.accelWr(CNTL1, isOn ? KX023_WAKE_UP : KX023_OFF | PC1);
};

/** A blow that was noticed stays noticed until {@link armKx023}. */
export const hasKx023Woken = (): boolean => (Bangle.accelRd(INS2) & WOKEN) !== 0;

export const armKx023 = (): void => {
  Bangle.accelRd(INT_REL);
};

/** As the watch sets the chip up when it starts, once: what we changed, we put back. */
const restore = (): void => {
  setRate(0x2c, 0);
};

/** Takes 100 samples a second and gives one every 20 ms. @returns what answered: {@link KX023_ID}, or nothing was changed */
export const startKx023 = (): number => {
  const id = Bangle.accelRd(WHO_AM_I);
  if (id === KX023_ID) {
    setKx023Wideband(false);
    E.on("kill", restore);
    Bangle.setPollInterval(20);
  }
  return id;
};
