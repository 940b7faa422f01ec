import type { Wrist } from "../wrist/index.ts";
import type { Chip } from "./chip.ts";

// Data sheet DocID030071. Written from the data sheet, not from the driver that is tested against it.

const WHO_AM_I = 0x0f;
const FIFO_CTRL5 = 0x0a;
const FIFO_STATUS1 = 0x3a;
const FIFO_DATA_OUT_L = 0x3e;
const CHIP_ID = 0x6a;
const WORDS_PER_SET = 6;
/** 4 kB of FIFO hold 341 sets of six words. */
const MOST_SETS = 341;
const FIFO_MODE = 0x07;
const CONTINUOUS = 6;

export interface Lsm6ds3Opts {
  readonly wrist: Wrist;
  /** The rate at which this very chip samples; chips are up to 8 % off what they are asked for. */
  readonly rateHz: number;
  readonly accelScaleG: number;
  readonly gyroScaleDps: number;
}

const toWord = (value: number): number => Math.max(-32_768, Math.min(32_767, Math.round(value)));

/** The inertial chip of the XIAO Sense: samples its wrist into a FIFO by its own clock. */
export const createLsm6ds3Chip = ({ wrist, rateHz, accelScaleG, gyroScaleDps }: Lsm6ds3Opts): Chip => {
  const registers = new Uint8Array(128);
  const ring = new Int16Array(MOST_SETS * WORDS_PER_SET);
  const accelG = new Float64Array(3);
  const gyroDps = new Float64Array(3);
  const periodMicros = 1e6 / rateHz;
  let tNextMicros = 0;
  let first = 0;
  let count = 0;

  const sampleUpTo = (tMicros: number): void => {
    if (((registers[FIFO_CTRL5] ?? 0) & FIFO_MODE) !== CONTINUOUS) return;
    for (; tNextMicros <= tMicros; tNextMicros += periodMicros) {
      wrist.sample(tNextMicros, accelG, gyroDps);
      const at = ((first + count) % MOST_SETS) * WORDS_PER_SET;
      for (let axis = 0; axis < 3; axis++) {
        ring[at + axis] = toWord((gyroDps[axis] ?? 0) / gyroScaleDps);
        ring[at + 3 + axis] = toWord((accelG[axis] ?? 0) / accelScaleG);
      }
      if (count < MOST_SETS) count++;
      else first = (first + 1) % MOST_SETS;
    }
  };

  const takeSets = (bytes: number): Uint8Array => {
    const sets = Math.floor(bytes / (2 * WORDS_PER_SET));
    const words = new Int16Array(sets * WORDS_PER_SET);
    for (let i = 0; i < sets && count > 0; i++) {
      const at = first * WORDS_PER_SET;
      words.set(ring.subarray(at, at + WORDS_PER_SET), i * WORDS_PER_SET);
      first = (first + 1) % MOST_SETS;
      count--;
    }
    return new Uint8Array(words.buffer);
  };

  return {
    write(register, value, tMicros) {
      if (register === FIFO_CTRL5) tNextMicros = tMicros + periodMicros;
      registers[register] = value;
    },
    read(register, bytes, tMicros) {
      sampleUpTo(tMicros);
      if (register === WHO_AM_I) return Uint8Array.of(CHIP_ID);
      if (register === FIFO_DATA_OUT_L) return takeSets(bytes);
      if (register !== FIFO_STATUS1) return registers.slice(register, register + bytes);
      const words = count * WORDS_PER_SET;
      return Uint8Array.of(words & 0xff, (words >> 8) & 0x07).slice(0, bytes);
    },
  };
};
