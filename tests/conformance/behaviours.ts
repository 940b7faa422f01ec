import { AckResult, BandErrorCode, BandState, PROTOCOL_VERSION, sessionMicros, toSessionMicros, WearerAction } from "@entrain/protocol";
import { expect } from "vitest";
import type { MotorSpan, Need } from "./band-under-test.ts";
import { planOf, Wire } from "./wire.ts";

/** Something that every band must show, whatever it is made of. */
export interface Behaviour {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: (wire: Wire) => Promise<void>;
}

const PERIOD_MICROS = 500_000;

const spansOf = (wire: Wire): readonly MotorSpan[] => wire.band.motorSpans?.() ?? [];

const isMotorOn = (wire: Wire): boolean => spansOf(wire).some(({ offMicros }) => offMicros === undefined);

/** Starts a steady 120 a minute a little ahead of now; returns when beat 0 is due. */
const play = async (wire: Wire, change = {}): Promise<number> => {
  await wire.begin();
  const beatZeroMicros = wire.after(600_000);
  expect(await wire.command(planOf({ beatZeroMicros, ...change }))).toBe(AckResult.ok);
  expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
  return beatZeroMicros;
};

export const behaviours: readonly Behaviour[] = [
  {
    name: "says who it is, and speaks this version of the protocol",
    needs: [],
    run: async (wire) => {
      const hello = await wire.hello();
      expect(hello.protocolVersion).toBe(PROTOCOL_VERSION);
      expect(hello.boardId).toMatch(/^[a-z0-9-]+$/);
      expect(hello.maxCredit).toBeGreaterThan(0);
      expect(hello.accelScaleG).toBeGreaterThan(0);
    },
  },
  {
    name: "outlives garbage, a flood without newlines, and damaged frames",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      wire.sendText("\n\n\u0000\u00ff garbage \u0013\n=====\nAAAA\n");
      for (let i = 0; i < 6; i++) {
        wire.sendText("x".repeat(400));
        await wire.band.wait(20_000);
      }
      // A stop-all whose checksum is off by a bit.
      wire.sendText("\nCAAHAAAAAABk9MKq\n");
      await wire.band.wait(300_000);
      expect(wire.all("ack")).toHaveLength(0);
      await wire.hello();
    },
  },
  {
    name: "does not answer a command of an unknown type, and counts it",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      // A whole frame of type 0x0e, checksum and all.
      wire.sendText("DgAAAAAAAABbzahw\n");
      await wire.band.wait(200_000);
      expect(wire.all("ack")).toHaveLength(0);
      await wire.hello();
    },
  },
  {
    name: "stamps a clock exchange in order, on a clock that runs like ours",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      for (const { bandReceivedMicros, bandSentMicros } of wire.all("clockReply")) expect(bandSentMicros).toBeGreaterThanOrEqual(bandReceivedMicros);
      const before = wire.map();
      await wire.stay(1_000_000);
      for (let i = 0; i < 8; i++) await wire.exchangeClock();
      const t = wire.now();
      expect(Math.abs(toSessionMicros(before, wire.bandTimeOf(t) as never) - t)).toBeLessThan(20_000);
    },
  },
  {
    name: "sends nothing unasked without credit, and no more than its credit",
    needs: [],
    run: async (wire) => {
      const { maxCredit } = await wire.hello();
      await wire.band.wait(600_000);
      expect(wire.all("imuBurst")).toHaveLength(0);
      wire.credit(1_000);
      await wire.band.wait(600_000);
      const unasked = wire.all("imuBurst").length + wire.all("health").length;
      expect(unasked).toBeGreaterThan(0);
      expect(unasked).toBeLessThanOrEqual(maxCredit);
    },
  },
  {
    name: "streams samples in order, without a gap while it is in credit",
    needs: [],
    run: async (wire) => {
      const hello = await wire.hello();
      await wire.stay(1_000_000);
      const from = wire.all("imuBurst").length;
      await wire.stay(2_000_000);
      const bursts = wire.all("imuBurst").slice(from);
      expect(bursts.length).toBeGreaterThan(10);
      let tLast = 0;
      let nextIndex = bursts[0]?.firstIndex ?? 0;
      for (const burst of bursts) {
        const count = burst.samples.length / burst.axes;
        expect(burst.firstIndex).toBe(nextIndex);
        expect(burst.tFirstMicros).toBeGreaterThan(tLast);
        expect(burst.tLastMicros).toBeGreaterThanOrEqual(burst.tFirstMicros);
        nextIndex += count;
        tLast = burst.tLastMicros;
      }
      const rateHz = ((nextIndex - (bursts[0]?.firstIndex ?? 0)) / (tLast - (bursts[0]?.tFirstMicros ?? 0))) * 1e6;
      expect(rateHz).toBeGreaterThan(40);
      expect(rateHz).toBeLessThan(130);
      expect(hello.boardId).not.toBe("");
    },
  },
  {
    name: "plays each pulse at its own time",
    needs: [],
    run: async (wire) => {
      const zero = await play(wire);
      await wire.stay(4_500_000);
      const played = wire.all("pulsePlayed").filter(({ revision }) => revision === 1);
      expect(played.length).toBeGreaterThanOrEqual(6);
      const { motorLagMicros } = await wire.hello();
      for (const { pulseIndex, plannedMicros, onMicros } of played) {
        const due = wire.bandTimeOf(zero + pulseIndex * PERIOD_MICROS) - motorLagMicros;
        expect(Math.abs(plannedMicros - due)).toBeLessThan(20_000);
        expect(Math.abs(onMicros - plannedMicros)).toBeLessThan(20_000);
      }
    },
  },
  {
    name: "falls in at the next bar when it is started late",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      const beatZeroMicros = sessionMicros(wire.now() - 3_100_000);
      expect(await wire.command(planOf({ beatZeroMicros }))).toBe(AckResult.ok);
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros })).toBe(AckResult.ok);
      await wire.stay(3_000_000);
      expect(wire.all("pulsePlayed")[0]?.pulseIndex).toBe(8);
    },
  },
  {
    name: "rises softly, and never above a cap",
    needs: [],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "cap", strength: 120 })).toBe(AckResult.ok);
      const beatZeroMicros = wire.after(500_000);
      await wire.command(planOf({ beatZeroMicros, strength: 120, accentStrength: 120 }));
      await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
      await wire.stay(7_000_000);
      const strengths = wire.all("pulsePlayed").map(({ strength }) => strength);
      expect(strengths[0]).toBeLessThan(60);
      expect(Math.max(...strengths)).toBeLessThanOrEqual(120);
      expect(strengths.at(-1)).toBeGreaterThan(100);
    },
  },
  {
    name: "does a repeated command once, and acknowledges it again",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "identify", count: 1 }, 777)).toBe(AckResult.ok);
      await wire.band.wait(500_000);
      expect(await wire.command({ kind: "identify", count: 1 }, 777)).toBe(AckResult.ok);
      await wire.band.wait(500_000);
      expect(spansOf(wire)).toHaveLength(1);
    },
  },
  {
    name: "identifies itself by as many pulses as asked",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      expect(await wire.command({ kind: "identify", count: 3 })).toBe(AckResult.ok);
      await wire.band.wait(2_000_000);
      expect(spansOf(wire)).toHaveLength(3);
      expect(await wire.command({ kind: "identify", count: 200 })).toBe(AckResult.badValue);
    },
  },
  {
    name: "refuses plans with absurd numbers and stays as it was",
    needs: [],
    run: async (wire) => {
      await play(wire);
      await wire.stay(1_000_000);
      const beatZeroMicros = wire.after(500_000);
      const absurd = [
        { segments: Float64Array.of() },
        { segments: Float64Array.of(0, 0, 0) },
        { segments: Float64Array.of(0, 10_000, 0) },
        { segments: Float64Array.of(0, -500_000, 0) },
        { segments: Float64Array.of(0, 1e300, 0) },
        { segments: Float64Array.of(4, 500_000, -200_000, 0, 500_000, 0) },
        { segments: Float64Array.of(0, 500_000, 0, 0, 500_000, 0) },
        { segments: Float64Array.of(-4, 500_000, 0) },
        { pulseMillis: 60_000 },
        { pulseMillis: 0 },
        { subdivision: 0 },
        { subdivision: 200 },
        { beatsPerBar: 0 },
      ];
      for (const [i, change] of absurd.entries())
        expect(await wire.command(planOf({ beatZeroMicros, revision: 2, ...change })), `case ${String(i)}`).toBe(AckResult.badValue);
      expect(await wire.command({ kind: "start", revision: 2, fromMicros: beatZeroMicros })).toBe(AckResult.notReady);
      const before = wire.all("pulsePlayed").length;
      await wire.stay(2_000_000);
      expect(wire.all("pulsePlayed").length).toBeGreaterThan(before);
    },
  },
  {
    name: "does not start what it does not have",
    needs: [],
    run: async (wire) => {
      await wire.hello();
      expect(await wire.command({ kind: "start", revision: 9, fromMicros: wire.after(0) })).toBe(AckResult.notReady);
    },
  },
  {
    name: "keeps every pulse and every ten seconds within the limits, whatever it is asked",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      for (let i = 0; i < 70; i++) {
        wire.send({ kind: "pulseNow", expiresMicros: wire.after(1_000_000), durationMillis: 200, strength: 255 });
        await wire.band.wait(220_000);
      }
      const spans = spansOf(wire);
      expect(spans.length).toBeGreaterThan(5);
      const last = spans.at(-1)?.offMicros ?? 0;
      for (const { onMicros, offMicros } of spans) expect((offMicros ?? Infinity) - onMicros).toBeLessThan(230_000);
      for (const { offMicros = 0 } of spans) {
        const begin = offMicros - 10_000_000;
        const on = spans.reduce((sum, s) => sum + Math.max(0, Math.min(s.offMicros ?? last, offMicros) - Math.max(s.onMicros, begin)), 0);
        // A host's timer may see an edge some milliseconds late, once a pulse.
        expect(on).toBeLessThan(2_500_000 + 20_000 * spans.length);
      }
    },
  },
  {
    name: "drops a pulse that comes after its expiry",
    needs: ["motor"],
    run: async (wire) => {
      await wire.begin();
      const result = await wire.command({ kind: "pulseNow", expiresMicros: sessionMicros(wire.now() - 100_000), durationMillis: 50, strength: 90 });
      expect(result).toBe(AckResult.tooLate);
      await wire.band.wait(300_000);
      expect(spansOf(wire)).toHaveLength(0);
    },
  },
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
      expect(await wire.command({ kind: "start", revision: 1, fromMicros: sessionMicros(zero) })).toBe(AckResult.stoppedByWearer);
      expect(await wire.command({ kind: "pulseNow", expiresMicros: wire.after(1_000_000), durationMillis: 50, strength: 90 })).toBe(AckResult.stoppedByWearer);
      await wire.command({ kind: "identify", count: 2 });
      await wire.stay(1_500_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect(wire.all("wearerEvent").map(({ event }) => event)).toEqual([WearerAction.stop]);
      // A short press while stopped dims, and does not resume.
      press();
      await wire.band.wait(200_000);
      release();
      await wire.stay(500_000);
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
      wire.band.throwInHandler?.();
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
