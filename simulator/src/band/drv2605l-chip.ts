import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { Motor } from "../motor/index.ts";
import type { Chip } from "./chip.ts";

// Data sheet SLOS854: real-time playback, diagnostics and auto-calibration.

const STATUS = 0x00;
const MODE = 0x01;
const RTP_INPUT = 0x02;
const GO = 0x0c;
const COMPENSATION = 0x18;
const BACK_EMF = 0x19;
const FEEDBACK = 0x1a;
const MODE_BITS = 0x07;
const REAL_TIME_PLAYBACK = 5;
const DIAGNOSTICS = 6;
const AUTO_CALIBRATION = 7;
const DEVICE_ID = 7 << 5;
const DIAG_RESULT = 0x08;
/** The signed input's largest positive value: full drive. */
const FULL = 127;
/** What this actuator comes to, and how long it takes. */
const FOUND = { compensation: 0x0d, backEmf: 0x71, gain: 1 } as const;
const CALIBRATION_MICROS = 250_000;
const DIAGNOSTICS_MICROS = 30_000;
const CALIBRATION_LEVEL = 0.8;

export interface Drv2605lChip extends Chip {
  /** The EN pin: low is shutdown, and in shutdown the chip hears nothing and drives nothing. */
  enable(level: number, tMicros: number): void;
  /** A wire of the motor is broken. */
  breakMotor(): void;
}

/** The haptic driver, as far as a motor notices it. */
export const createDrv2605lChip = (motor: Motor, scheduler: Scheduler): Drv2605lChip => {
  const registers = new Uint8Array(64);
  let enabled = false;
  let isBroken = false;
  let runs = 0;
  const mode = (): number => (registers[MODE] ?? 0) & MODE_BITS;
  const drive = (tMicros: number): void => {
    const input = registers[RTP_INPUT] ?? 0;
    const runsItself = registers[GO] === 1 && mode() !== REAL_TIME_PLAYBACK;
    const level = runsItself ? CALIBRATION_LEVEL : mode() === REAL_TIME_PLAYBACK && input <= FULL ? input / FULL : 0;
    motor.setDrive(tMicros, enabled && !isBroken ? level : 0);
  };
  const finish = (): void => {
    registers[GO] = 0;
    registers[STATUS] = isBroken ? DIAG_RESULT : 0;
    if (mode() !== AUTO_CALIBRATION || isBroken) return;
    registers[COMPENSATION] = FOUND.compensation;
    registers[BACK_EMF] = FOUND.backEmf;
    registers[FEEDBACK] = ((registers[FEEDBACK] ?? 0) & ~3) | FOUND.gain;
  };
  const run = (tMicros: number): void => {
    const number = ++runs;
    const micros = mode() === DIAGNOSTICS ? DIAGNOSTICS_MICROS : CALIBRATION_MICROS;
    scheduler.at(sessionMicros(tMicros + micros), () => {
      if (number !== runs || registers[GO] !== 1 || !enabled) return;
      finish();
      drive(scheduler.nowMicros());
    });
  };
  return {
    enable(level, tMicros) {
      enabled = level > 0;
      if (!enabled) runs++; // what it was in the middle of is never finished
      drive(tMicros);
    },
    breakMotor() {
      isBroken = true;
    },
    write(register, value, tMicros) {
      if (!enabled) return;
      registers[register] = value;
      if (register === GO && value === 1) run(tMicros);
      if (register === MODE && (value & MODE_BITS) === REAL_TIME_PLAYBACK) registers[GO] = 0;
      drive(tMicros);
    },
    read(register, count) {
      if (!enabled) return new Uint8Array(count).fill(0xff);
      const bytes = registers.slice(register, register + count);
      if (register === STATUS) bytes[0] = DEVICE_ID | (registers[STATUS] ?? 0);
      return bytes;
    },
  };
};
