import { AckResult } from "@entrain/protocol";
import { pick, planOf, randomCommand, upTo } from "@entrain/protocol/testing";
import { createRandom, type Random } from "@entrain/simulator";
import { expect } from "vitest";
import { expectWithinLimits, isMotorOn, lastOnAfterMicros, longestMicros, spansOf } from "../motor-record.ts";
import type { Wire } from "../wire.ts";
import type { Behaviour } from "./behaviour.ts";

// Whatever a host asks for, in whatever order: the motor keeps within its limits, and off means off.

const SEED = 90_210;
/** Per band; on real time one in fifty of them. */
export const SEQUENCES = Number(process.env["RANDOM_SEQUENCES"] ?? 100);
const ON_REAL_TIME = 50;
const LONGEST_SEQUENCE = 8;
/** The facilitator's stop; a wearer's is allowed 50 ms. */
const STOP_MICROS = 250_000;
const WINDOW_MICROS = 10e6;
const BACKLOG_MICROS = 600_000;

const sometimesFails = (wire: Wire, random: Random): void => {
  const { faults } = wire.band;
  if (faults !== undefined && random.uniform() < 0.1) faults.throwInHandler();
};

/** @returns how long after a stop-all the motor was last on */
const stopAll = async (wire: Wire): Promise<number> => {
  // A host that waits for no answer has it do first what it was told first.
  await wire.band.wait(BACKLOG_MICROS);
  const tStop = wire.now();
  wire.send({ kind: "stopAll" });
  await wire.band.wait(800_000);
  return lastOnAfterMicros(wire, tStop);
};

const onSequence = async (wire: Wire, random: Random, what: string): Promise<number> => {
  // Or else a cap of 0 or a clock that is years off would keep it silent for good.
  if (random.uniform() < 0.5) {
    wire.send({ kind: "cap", strength: 255 });
    wire.send({ kind: "clockMap", ...wire.map() });
  }
  for (let i = upTo(random, LONGEST_SEQUENCE); i >= 0; i--) {
    wire.send(randomCommand(wire, random));
    await wire.band.wait(pick(random, [1_000, 30_000, 300_000]));
  }
  sometimesFails(wire, random);
  await wire.band.wait(pick(random, [10_000, 300_000, 2_000_000]));
  if (random.uniform() >= 0.3) return 0;
  const micros = await stopAll(wire);
  expect(micros, what).toBeLessThanOrEqual(STOP_MICROS + wire.band.edgeMicros);
  expect(isMotorOn(wire), what).toBe(false);
  return micros;
};

/** A host that sends at random. */
export const random: readonly Behaviour[] = [
  {
    name: "keeps its limits through random command sequences, and is off within 250 ms of any stop among them",
    needs: ["motor", "timely"],
    run: async (wire) => {
      await wire.begin();
      const sequences = wire.band.isFast ? SEQUENCES : Math.ceil(SEQUENCES / ON_REAL_TIME);
      let latest = 0;
      for (let i = 0; i < sequences; i++) {
        const tBegin = wire.now();
        const what = `seed ${String(SEED + i)}`;
        latest = Math.max(latest, await onSequence(wire, createRandom(SEED + i), what));
        expectWithinLimits(wire, what, tBegin - WINDOW_MICROS);
      }
      await wire.band.wait(2 * BACKLOG_MICROS);
      await wire.command({ kind: "stopAll" });
      await wire.command({ kind: "cap", strength: 255 });
      await wire.band.wait(10_000_000);
      const before = spansOf(wire).length;
      const beatZeroMicros = wire.after(600_000);
      expect(await wire.command({ kind: "clockMap", ...wire.map() })).toBe(AckResult.ok);
      expect(await wire.command(planOf({ beatZeroMicros, revision: 99 }))).toBe(AckResult.ok);
      expect(await wire.command({ kind: "start", revision: 99, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
      await wire.stay(5_000_000);
      expect(spansOf(wire).length).toBeGreaterThan(before + 5);
      process.stdout.write(
        `${wire.band.name}: ${String(sequences)} random command sequences: ${String(before)} pulses, longest ${(longestMicros(wire) / 1e3).toFixed(1)} ms (bound 200), last on ${(latest / 1e3).toFixed(1)} ms after a stop (bound 250)\n`,
      );
    },
  },
];
