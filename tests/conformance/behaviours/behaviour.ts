import { AckResult } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import type { MotorSpan, Need } from "../band-under-test.ts";
import type { Wire } from "../wire.ts";

/** Something that every band must show, whatever it is made of. */
export interface Behaviour {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: (wire: Wire) => Promise<void>;
}

/** The beat period of {@link play}: 120 a minute. */
export const PERIOD_MICROS = 500_000;

export const spansOf = (wire: Wire): readonly MotorSpan[] => wire.band.motorSpans?.() ?? [];

export const isMotorOn = (wire: Wire): boolean => spansOf(wire).some(({ offMicros }) => offMicros === undefined);

/** Starts a steady 120 a minute a little ahead of now; returns when beat 0 is due. */
export const play = async (wire: Wire, change = {}): Promise<number> => {
  await wire.begin();
  const beatZeroMicros = wire.after(600_000);
  expect(await wire.command(planOf({ beatZeroMicros, ...change }))).toBe(AckResult.ok);
  expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
  return beatZeroMicros;
};
