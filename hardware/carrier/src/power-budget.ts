/**
 * What a band draws from its cell, from data sheets and from counted work. Not measured: no carrier was built yet. The
 * module's regulator is linear, so what its parts take at 3.3 V is what the cell gives. All currents in mA.
 */
const DRAW = {
  /** nRF52840 PS, current consumption: CPU at 64 MHz from flash, linear regulator; the better converter is not counted on. */
  processor: 6.3,
  /** The same, IS3 (processor and radio receiving at once: 16.2) less the processor. */
  radio: 9.9,
  /** LSM6DS3TR-C, DocID030071 table 4: both sensors, high performance. */
  motionSensor: 0.9,
  /** SLOS854, electrical characteristics: quiescent, largest. */
  driver: 1,
  /** VG1040003D: 170 mA at its rated 2.5 V RMS; the firmware sets 1.8 V. */
  motor: (170 * 1.8) / 2.5,
  /** (3.3 − 2) V over 1 kΩ. */
  light: 1.3,
  /** Clock and memory awake, driver and divider at rest, leakage, the cell's own protection. */
  always: 0.05,
} as const;

/** Shares of the time, 0 to 1; the motor's and the light's strength is part of its share. */
export interface Use {
  /** The interpreter at work: docs/BENCH.md. */
  readonly processor: number;
  readonly radio: number;
  readonly pulses: number;
  /** Mean strength of the pulses, 0 to 1. */
  readonly strength: number;
}

export const USES = {
  /** Streaming at 52 Hz with a pulse of 60 ms every second at half strength. The radio: 1 ms in every 20. */
  playing: { processor: 0.47, radio: 0.05, pulses: 0.06, strength: 0.5 },
  /** The most that the firmware lets through: a quarter of the time at full strength, for ever. */
  most: { processor: 1, radio: 0.2, pulses: 0.25, strength: 1 },
  /** On, connected or waiting to be, nobody moving it. */
  resting: { processor: 0.1, radio: 0.05, pulses: 0, strength: 0 },
} as const satisfies Readonly<Record<string, Use>>;

/** The mean current, mA. */
export const meanMilliamps = ({ processor, radio, pulses, strength }: Use): number =>
  processor * DRAW.processor +
  radio * DRAW.radio +
  DRAW.motionSensor +
  pulses * (DRAW.driver + DRAW.light + strength * DRAW.motor) +
  DRAW.always;

/** Everything at once, mA: what regulator, switch and transistor must bear. */
export const peakMilliamps = (): number => Object.values(DRAW).reduce((sum, milliamps) => sum + milliamps, 0);

/** A lithium cell of 4 × 20 × 30 mm. */
export const CELL = {
  milliampHours: 200,
  /** Of what is printed on it: down to the 5 % at which the motor stays off, cool, some years old. */
  usable: 0.75,
  width: 20,
  length: 30,
  height: 4,
  /** Cells swell with age by up to a tenth; nothing may press on one. */
  swelling: 0.4,
} as const;

/** @returns hours from full to the low-battery limit */
export const runHours = (use: Use): number => (CELL.milliampHours * CELL.usable) / meanMilliamps(use);

/** What the module charges with unless the firmware asks for 100 mA (Seeed's wiki: D22). */
export const CHARGE_MILLIAMPS = 50;

/** @returns hours from empty to full; the last fifth is charged ever more slowly */
export const chargeHours = (): number => (1.25 * CELL.milliampHours) / CHARGE_MILLIAMPS;
