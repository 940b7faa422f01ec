import type { Wrist } from "../wrist/index.ts";
import { createMotionEngine } from "./motion-engine.ts";

// KX023-1025 technical reference manual: ODCNTL sets rate and low pass; Espruino's own set-up leaves 12.5 Hz at a ninth.

const WHO_AM_I = 0x0f;
const CHIP_ID = 0x15;
const CNTL1 = 0x18;
const ODCNTL = 0x1b;
const INS2 = 0x13;
const INT_REL = 0x17;
const CNTL3 = 0x1a;
const WUFC = 0x23;
const ATH = 0x30;
const PC1 = 0x80;
const DRDYE = 0x20;
const WUFE = 0x02;
const WUFS = 0x02;
/** As Espruino sets it up when the watch starts, but for PC1: it can be set up at once. */
const CNTL1_AT_START = 0x2c;
/** By OWUF, the lower three bits of CNTL3. */
const SLOWEST_MOTION_HZ = 0.78125;
const SLOWEST_HZ = 12.5;
const FASTEST_CODE = 7;
const LOW_PASS_AT_HALF = 0x40;
/** ODR/9 unless the register says ODR/2. */
const LOW_PASS_DIVISOR = 9;
/** What two stages still remember, in their time constants. */
const MEMORY = 12;

/** The accelerometer of a Bangle.js 2: samples, filters, and gives the newest when asked. */
export interface Kx023Chip {
  write(register: number, value: number): void;
  readRegister(register: number, tMicros: number): number;
  /** Whether it says so when there is something new to read. */
  tellsOfData(): boolean;
  /** @param out - x, y, z in g */
  read(tMicros: number, out: Float64Array): void;
}

/** @param chipId - what answers to WHO_AM_I */
export const createKx023Chip = (wrist: Wrist, chipId = CHIP_ID): Kx023Chip => {
  const registers = new Uint8Array(128);
  registers[WHO_AM_I] = chipId;
  registers[CNTL1] = CNTL1_AT_START;
  const sample = new Float64Array(3);
  const unused = new Float64Array(3);
  // Two one-pole stages with their corner where the chip has it.
  const stages = [new Float64Array(3), new Float64Array(3)] as const;
  let rateHz = SLOWEST_HZ;
  let share = 0;
  let tNextMicros: number | undefined;

  const setRate = (value: number): void => {
    rateHz = SLOWEST_HZ * 2 ** Math.min(FASTEST_CODE, value & 0x0f);
    const cornerHz = (value & LOW_PASS_AT_HALF) === 0 ? rateHz / LOW_PASS_DIVISOR : rateHz / 2;
    share = 1 - Math.exp((-2 * Math.PI * cornerHz) / rateHz);
  };
  setRate(0);

  const filter = (): void => {
    const isFirst = tNextMicros === undefined;
    for (let axis = 0; axis < 3; axis++) {
      let value = sample[axis] ?? 0;
      for (const stage of stages) {
        const before = stage[axis] ?? 0;
        value = isFirst ? value : before + share * (value - before);
        stage[axis] = value;
      }
    }
  };

  const at = (register: number): number => registers[register] ?? 0;
  const feelsMotion = createMotionEngine(() => ({ thresholdG: at(ATH) / 16, count: at(WUFC) }));
  let tMotionMicros: number | undefined;
  /** The motion engine's samples up to a time; a motion stays in INS2 until INT_REL is read. */
  const feelUpTo = (tMicros: number): void => {
    if ((at(CNTL1) & (PC1 | WUFE)) !== (PC1 | WUFE)) {
      tMotionMicros = undefined;
      return;
    }
    const period = 1e6 / (SLOWEST_MOTION_HZ * 2 ** (at(CNTL3) & 7));
    let t = tMotionMicros ?? tMicros;
    for (; t <= tMicros; t += period) {
      wrist.sample(t, sample, unused);
      if (feelsMotion(sample)) registers[INS2] = at(INS2) | WUFS;
    }
    tMotionMicros = t;
  };

  return {
    write(register, value) {
      // While it runs, only switching it off is heard (§ CNTL1).
      if (register !== CNTL1 && (at(CNTL1) & PC1) !== 0) return;
      registers[register] = value;
      if (register === ODCNTL) setRate(value);
    },
    readRegister(register, tMicros) {
      feelUpTo(tMicros);
      if (register === INT_REL) registers[INS2] = 0;
      return at(register);
    },
    tellsOfData: () => (at(CNTL1) & DRDYE) !== 0,
    read(tMicros, out) {
      const period = 1e6 / rateHz;
      let t = tNextMicros ?? tMicros;
      // Older samples than the filter remembers need not be taken.
      const skipped = Math.floor((tMicros - t) / period) - Math.ceil(MEMORY / share);
      if (skipped > 0) t += skipped * period;
      for (; t <= tMicros; t += period) {
        wrist.sample(t, sample, unused);
        filter();
        tNextMicros = t + period;
      }
      out.set(stages[1]);
    },
  };
};
