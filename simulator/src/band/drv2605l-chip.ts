import type { Motor } from "../motor/index.ts";
import type { Chip } from "./chip.ts";

// Data sheet SLOS854. Real-time playback only: what the firmware uses.

const MODE = 0x01;
const RTP_INPUT = 0x02;
const MODE_BITS = 0x07;
const REAL_TIME_PLAYBACK = 5;
/** The signed input's largest positive value: full drive. */
const FULL = 127;

export interface Drv2605lChip extends Chip {
  /** The EN pin: low is shutdown, and in shutdown the chip hears nothing and drives nothing. */
  enable(level: 0 | 1, tMicros: number): void;
}

/** The haptic driver, as far as a motor notices it. */
export const createDrv2605lChip = (motor: Motor): Drv2605lChip => {
  const registers = new Uint8Array(64);
  let enabled = false;
  const drive = (tMicros: number): void => {
    const input = registers[RTP_INPUT] ?? 0;
    const plays = enabled && ((registers[MODE] ?? 0) & MODE_BITS) === REAL_TIME_PLAYBACK && input <= FULL;
    motor.setDrive(tMicros, plays ? input / FULL : 0);
  };
  return {
    enable(level, tMicros) {
      enabled = level === 1;
      drive(tMicros);
    },
    write(register, value, tMicros) {
      if (!enabled) return;
      registers[register] = value;
      drive(tMicros);
    },
    read: (register, count) => (enabled ? registers.slice(register, register + count) : new Uint8Array(count)),
  };
};
