import { AckResult } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import type { Need } from "../band-under-test.ts";
import { isMotorOn } from "../motor-record.ts";
import type { Wire } from "../wire.ts";

/** Something that every band must show, whatever it is made of. */
export interface Behaviour {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: (wire: Wire) => Promise<void>;
}

/** The beat period of {@link play}: 120 a minute. */
export const PERIOD_MICROS = 500_000;

/** Starts a steady 120 a minute a little ahead of now; returns when beat 0 is due. */
export const play = async (wire: Wire, change = {}): Promise<number> => {
  await wire.begin();
  const beatZeroMicros = wire.after(600_000);
  expect(await wire.command(planOf({ beatZeroMicros, ...change }))).toBe(AckResult.ok);
  expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
  return beatZeroMicros;
};

/** What {@link inMidPulse} plays. */
export const PULSE_MICROS = 120_000;
/** Past the opening ramp. */
const SETTLED_MICROS = 6_000_000;

/** Plays pulses of {@link PULSE_MICROS}, in credit all the time. @returns when one of them has just begun */
export const inMidPulse = async (wire: Wire): Promise<number> => {
  await play(wire, { pulseMillis: PULSE_MICROS / 1_000 });
  await wire.stay(SETTLED_MICROS);
  await wire.until(() => !isMotorOn(wire), "the motor to be off");
  await wire.until(() => isMotorOn(wire), "a pulse");
  return wire.now();
};
