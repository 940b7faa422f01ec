import { AckResult, BandErrorCode, BandState, MAX_PULSE_MILLIS } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect } from "vitest";
import {
  endedAfterMicros,
  expectWithinLimits,
  isMotorOn,
  lastOnAfterMicros,
  longestMicros,
  longestPauseMicros,
  spansOf,
  tell,
} from "../motor-record.ts";
import type { Wire } from "../wire.ts";
import { absurdPlans } from "./absurd-plans.ts";
import { type Behaviour, inMidPulse, PULSE_MICROS } from "./behaviour.ts";

// Faults, each in the middle of a pulse: after each the motor is off within its bound, measured where it is seen.

/** Contact horizon and fade. */
const REST_MICROS = 13e6;
/** From an exception to its handler. */
const EXCEPTION_MICROS = 50_000;
/** A watch drives a pulse for up to 62 ms and half of it, never for longer than any. */
const PULSE_BOUND_MICROS = MAX_PULSE_MILLIS * 1e3;
const DEAF_MICROS = 3e6;
/** The battery is looked at once in five seconds. */
const BATTERY_MICROS = 6e6;

const expectPulseEnded = (wire: Wire, tFault: number, what: string, boundMicros = PULSE_BOUND_MICROS): void => {
  const micros = endedAfterMicros(wire, tFault);
  tell(wire.band, `${what}: motor off after`, micros, boundMicros);
  expect(micros).toBeLessThanOrEqual(boundMicros + wire.band.edgeMicros);
  expect(longestMicros(wire, tFault)).toBeLessThanOrEqual(PULSE_BOUND_MICROS + wire.band.edgeMicros);
};

const faultsOf = (wire: Wire) => {
  const { faults } = wire.band;
  if (faults === undefined) throw new Error("expected a band whose hardware can fail");
  return faults;
};

const expectPlaysAgain = async (wire: Wire): Promise<void> => {
  const before = spansOf(wire).length;
  const beatZeroMicros = wire.after(600_000);
  expect(await wire.command({ kind: "clockMap", ...wire.map() })).toBe(AckResult.ok);
  expect(await wire.command(planOf({ beatZeroMicros, revision: 7 }))).toBe(AckResult.ok);
  expect(await wire.command({ kind: "start", revision: 7, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
  await wire.stay(5_000_000);
  expect(spansOf(wire).length).toBeGreaterThan(before + 3);
};

/** What breaks, and what the motor does then. */
export const faults: readonly Behaviour[] = [
  {
    name: "host killed in mid-pulse: that pulse ends on time, and the band is at rest within 13 s",
    needs: ["motor", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      await wire.band.wait(16_000_000);
      expectPulseEnded(wire, tFault, "host killed");
      const last = lastOnAfterMicros(wire, tFault);
      tell(wire.band, "host killed: at rest after", last, REST_MICROS);
      expect(last).toBeLessThanOrEqual(REST_MICROS + wire.band.edgeMicros);
    },
  },
  {
    name: "host that keeps the port open and stops reading: that pulse ends on time, and what it was asked meanwhile moves nothing",
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      faultsOf(wire).stopReading(DEAF_MICROS);
      // What it asks for fills the band's transmit buffer, and the interpreter stops.
      for (let i = 0; i < 30; i++) {
        wire.send({ kind: "clockRequest", hostSentMicros: wire.now() });
        await wire.band.wait(DEAF_MICROS / 30);
      }
      await wire.band.wait(2_000_000);
      expectPulseEnded(wire, tFault, "host that stops reading");
      const stoodMicros = longestPauseMicros(wire, tFault);
      tell(wire.band, "host that stops reading: nothing played for", stoodMicros, DEAF_MICROS);
      expect(stoodMicros).toBeGreaterThan(DEAF_MICROS / 3);
      await wire.hello();
      const before = spansOf(wire).length;
      await wire.stay(3_000_000);
      expectWithinLimits(wire);
      expect(spansOf(wire).length).toBeGreaterThan(before + 3);
    },
  },
  {
    name: "exception in a handler in mid-pulse: the motor is off at once",
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      faultsOf(wire).throwInHandler();
      await wire.stay(1_000_000);
      expectPulseEnded(wire, tFault, "exception in a handler", EXCEPTION_MICROS);
      expect(wire.all("error").map(({ code }) => code)).toContain(BandErrorCode.exception);
      await expectPlaysAgain(wire);
    },
  },
  {
    name: "IMU bus stuck in mid-pulse: the motor is off within that pulse, a stop is confirmed, and it plays again when mended",
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      faultsOf(wire).setImuBus("stuck");
      const reported = wire.all("error").length;
      await wire.stay(3_000_000);
      expectPulseEnded(wire, tFault, "IMU bus stuck");
      expectWithinLimits(wire);
      // A chip that is read by the firmware is told of; one that a watch reads by itself only falls silent.
      const { state, boardId } = await wire.hello();
      await wire.stay(500_000);
      const told = wire.all("error").slice(reported);
      expect(state).toBe(boardId === "banglejs2" ? BandState.playing : BandState.resting);
      expect(told.some(({ code }) => code === BandErrorCode.exception)).toBe(boardId !== "banglejs2");
      expect(await wire.command({ kind: "stopAll" })).toBe(AckResult.ok);
      faultsOf(wire).setImuBus("well");
      await expectPlaysAgain(wire);
    },
  },
  {
    name: "IMU that answers rubbish in mid-pulse: the band plays on within its limits",
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      if (!faultsOf(wire).imuBusStates.includes("rubbish")) return;
      const tFault = await inMidPulse(wire);
      faultsOf(wire).setImuBus("rubbish");
      const before = spansOf(wire).length;
      await wire.stay(4_000_000);
      expectPulseEnded(wire, tFault, "IMU that answers rubbish");
      expectWithinLimits(wire);
      expect(spansOf(wire).length).toBeGreaterThan(before + 5);
      faultsOf(wire).setImuBus("well");
      expect(await wire.command({ kind: "stopAll" })).toBe(AckResult.ok);
    },
  },
  ...[-3_600e6, -40_000, 40_000, 3_600e6].map((byMicros): Behaviour => ({
    name: `clock jump by ${String(byMicros / 1e6)} s in mid-pulse: that pulse ends on time, none after it is outside the limits`,
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      faultsOf(wire).setClock(byMicros);
      await wire.band.wait(20_000_000);
      expectPulseEnded(wire, tFault, `clock jump by ${String(byMicros / 1e6)} s`);
      expectWithinLimits(wire);
      await wire.hello();
    },
  })),
  {
    name: "battery low: the motor is off as soon as it is seen, stays off, and says why",
    needs: ["motor", "fault", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      faultsOf(wire).setBattery(3);
      await wire.stay(9_000_000);
      expectPulseEnded(wire, tFault, "battery low");
      const last = lastOnAfterMicros(wire, tFault);
      tell(wire.band, "battery low: last on after", last, BATTERY_MICROS);
      expect(last).toBeLessThanOrEqual(BATTERY_MICROS + wire.band.edgeMicros);
      expect(wire.all("error").map(({ code }) => code)).toContain(BandErrorCode.battery);
      expect((await wire.hello()).state).toBe(BandState.lowBattery);
    },
  },
  {
    name: "garbage flood in mid-pulse: every pulse ends on time, and a stop-all behind it is obeyed",
    needs: ["motor", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      for (let i = 0; i < 100; i++) {
        wire.sendText(i % 3 === 0 ? `${"ABCD".repeat(30)}\n` : "\u00ff\u0000x=Q".repeat(25));
        await wire.band.wait(20_000);
      }
      expectPulseEnded(wire, tFault, "garbage flood");
      wire.sendText("\n");
      await wire.until(() => isMotorOn(wire), "a pulse");
      const acked = wire.all("ack").length;
      const tStop = wire.now();
      // As every host: until it is confirmed.
      for (let i = 0; i < 15; i++) {
        if (wire.all("ack").length === acked) wire.send({ kind: "stopAll" });
        await wire.band.wait(100_000);
      }
      const last = lastOnAfterMicros(wire, tStop);
      tell(wire.band, "garbage flood: stop-all behind it, motor off after", last, 250_000);
      expect(last).toBeLessThanOrEqual(250_000);
      expectWithinLimits(wire);
      await wire.hello();
    },
  },
  {
    name: "plans with absurd numbers in mid-pulse: every pulse ends on time",
    needs: ["motor", "timely"],
    run: async (wire) => {
      const tFault = await inMidPulse(wire);
      for (const change of absurdPlans)
        expect(await wire.command(planOf({ beatZeroMicros: wire.after(500_000), revision: 2, ...change }))).toBe(
          AckResult.badValue,
        );
      await wire.stay(3_000_000);
      expectPulseEnded(wire, tFault, "plans with absurd numbers", PULSE_BOUND_MICROS);
      expect(longestMicros(wire, tFault)).toBeLessThanOrEqual(PULSE_MICROS + wire.band.edgeMicros + PULSE_MICROS / 4);
      expectWithinLimits(wire);
    },
  },
];
