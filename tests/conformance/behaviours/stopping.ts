import { AckResult, BandErrorCode, BandState, sessionMicros, WearerAction } from "@entrain/protocol";
import { expect } from "vitest";
import { isMotorOn, spansOf } from "../motor-record.ts";
import { type Behaviour, play } from "./behaviour.ts";

/** What makes a band stop, and what does not make it start again. */
export const stopping: readonly Behaviour[] = [
  {
    name: "stops at stop-all, in the middle of a pulse, and stays stopped",
    needs: ["motor"],
    run: async (wire) => {
      await play(wire, { pulseMillis: 120 });
      await wire.stay(6_000_000);
      await wire.until(() => isMotorOn(wire), "a pulse");
      expect(await wire.command({ kind: "stopAll" })).toBe(AckResult.ok);
      await wire.band.wait(60_000);
      expect(isMotorOn(wire)).toBe(false);
      const before = spansOf(wire).length;
      await wire.stay(2_000_000);
      expect(spansOf(wire)).toHaveLength(before);
    },
  },
  {
    name: "fades at stop, then rests",
    needs: ["motor"],
    run: async (wire) => {
      await play(wire);
      await wire.stay(6_000_000);
      expect(await wire.command({ kind: "stop", fadeMillis: 1_500 })).toBe(AckResult.ok);
      await wire.stay(2_500_000);
      const before = spansOf(wire).length;
      await wire.stay(1_500_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect((await wire.hello()).state).toBe(BandState.resting);
    },
  },
  {
    name: "rests within 13 s of the host's last word",
    needs: ["motor"],
    run: async (wire) => {
      await play(wire);
      await wire.stay(2_000_000);
      const tQuiet = wire.now();
      await wire.band.wait(15_500_000);
      const last = spansOf(wire).at(-1)?.onMicros ?? 0;
      expect(last - tQuiet).toBeGreaterThan(8_000_000);
      expect(last - tQuiet).toBeLessThan(13_000_000);
      expect(isMotorOn(wire)).toBe(false);
      await wire.hello();
      await wire.stay(500_000);
      expect(wire.all("error").map(({ code }) => code)).toContain(BandErrorCode.linkQuiet);
    },
  },
  {
    name: "obeys its wearer's stop against the host, and resumes at a long press only",
    needs: ["motor", "button"],
    run: async (wire) => {
      const { press = () => {}, release = () => {} } = wire.band;
      const zero = await play(wire, { pulseMillis: 120 });
      await wire.stay(6_000_000);
      await wire.until(() => isMotorOn(wire), "a pulse");
      press();
      await wire.band.wait(50_000);
      expect(isMotorOn(wire)).toBe(false);
      release();
      const before = spansOf(wire).length;
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: sessionMicros(zero) })).toBe(
        AckResult.stoppedByWearer,
      );
      expect(
        await wire.command({
          kind: "pulseNow",
          expiresMicros: wire.after(1_000_000),
          durationMillis: 50,
          strength: 90,
        }),
      ).toBe(AckResult.stoppedByWearer);
      await wire.command({ kind: "identify", count: 2 });
      await wire.stay(1_500_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect(wire.all("wearerEvent").map(({ event }) => event)).toEqual([WearerAction.stop]);
      // A short press while stopped dims, and does not resume.
      press();
      await wire.band.wait(200_000);
      release();
      // Until it is sure that no second one follows.
      await wire.stay(2_000_000);
      expect(wire.all("wearerEvent").at(-1)?.event).toBe(WearerAction.dim);
      press();
      await wire.band.wait(2_200_000);
      release();
      await wire.stay(4_000_000);
      expect(wire.all("wearerEvent").at(-1)?.event).toBe(WearerAction.resume);
      expect(spansOf(wire).length).toBeGreaterThan(before);
    },
  },
  {
    name: "is off and answers after an exception",
    needs: ["motor", "fault"],
    run: async (wire) => {
      await play(wire);
      await wire.stay(3_000_000);
      wire.band.faults?.throwInHandler();
      await wire.band.wait(100_000);
      expect(isMotorOn(wire)).toBe(false);
      const before = spansOf(wire).length;
      await wire.stay(1_500_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect(wire.all("error").map(({ code }) => code)).toContain(BandErrorCode.exception);
      await wire.hello();
    },
  },
];
