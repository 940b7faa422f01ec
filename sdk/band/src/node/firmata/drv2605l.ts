// TI DRV2605L, data sheet SLOS854: effects of its own library, which play to their end without the host

import { BandError } from "../../errors.ts";
import type { BenchMotor } from "./bench-motor.ts";
import type { I2cBus } from "./i2c-bus.ts";

const ADDRESS = 0x5a;
const STATUS = 0x00;
const MODE = 0x01;
const LIBRARY = 0x03;
const FIRST_EFFECT = 0x04;
const SECOND_EFFECT = 0x05;
const GO = 0x0c;
const FEEDBACK = 0x1a;

const DRV2605L_ID = 7;
/** Awake; what GO starts is the library's. */
const INTERNAL_TRIGGER = 0x00;
const END = 0;
/** §8.3.5.2: library A for eccentric masses, the sixth for linear ones; the bit in FEEDBACK says which it drives. */
const ACTUATORS = { erm: { library: 1, feedback: 0x36 }, lra: { library: 6, feedback: 0xb6 } } as const;
/** §11.2: strong click at 100, 60 and 30 %. */
const CLICKS = [
  { above: 170, effect: 1 },
  { above: 85, effect: 2 },
  { above: 0, effect: 3 },
] as const;
/** A click with its braking. The data sheet gives no lengths: assumed, on the long side. */
const CLICK_MILLIS = 60;
/** An eccentric mass has come to rest by then. */
const MIN_INTERVAL_MICROS = 250_000;

/**
 * Wakes the driver and loads its library.
 *
 * @throws BandError `not-a-band` where another chip answers, or none
 */
export const startDrv2605l = async (bus: I2cBus, actuator: "erm" | "lra"): Promise<BenchMotor> => {
  const [status] = (await bus.read(ADDRESS, STATUS, 1)) ?? [];
  if (status === undefined || status >> 5 !== DRV2605L_ID) {
    const found = status === undefined ? "nothing" : `identity ${String(status >> 5)}`;
    throw new BandError("not-a-band", `expected a DRV2605L (identity 7) at I2C address 0x5a, found ${found}`);
  }
  const { library, feedback } = ACTUATORS[actuator];
  bus.write(ADDRESS, MODE, INTERNAL_TRIGGER);
  bus.write(ADDRESS, GO, 0);
  bus.write(ADDRESS, FEEDBACK, feedback);
  bus.write(ADDRESS, LIBRARY, library);
  bus.write(ADDRESS, SECOND_EFFECT, END);
  return {
    endsByItself: true,
    leastMillis: CLICK_MILLIS,
    minIntervalMicros: MIN_INTERVAL_MICROS,
    pulse: (strength) => {
      const click = CLICKS.find(({ above }) => strength > above);
      if (click === undefined) return 0;
      bus.write(ADDRESS, FIRST_EFFECT, click.effect);
      bus.write(ADDRESS, GO, 1);
      return CLICK_MILLIS;
    },
    off: () => {
      bus.write(ADDRESS, GO, 0);
    },
  };
};
