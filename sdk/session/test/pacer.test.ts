import { PacingError, STEADY, timeOfBeat } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Pacer } from "../src/index.ts";

const START_S = 123.4;
const at = (seconds: number) => sessionMicros((START_S + seconds) * 1e6);
/** Time for a plan to reach every band. */
const LEAD_S = 1.5;
const BAR = STEADY.beatsPerBar;

const playingAt = (bpm: number): Pacer => {
  const pacer = new Pacer();
  pacer.next(bpm, STEADY, at(0));
  return pacer;
};

describe("a tempo that nobody plays", () => {
  test.each([NaN, 0, -100, 3.9, 240.1, Infinity])("%d is refused and changes nothing", (bpm) => {
    const pacer = playingAt(100);
    const before = pacer.beatAt(at(4));
    expect(() => pacer.next(bpm, STEADY, at(4))).toThrow(PacingError);
    expect(() => pacer.next(bpm, STEADY, at(4))).toThrow(`found ${String(bpm)}`);
    expect(pacer.beatAt(at(4))).toBe(before);
    expect(pacer.isPlaying).toBe(true);
    expect(pacer.next(110, STEADY, at(4)).plan.revision).toBe(2);
  });

  test("nor does a refused beginning begin", () => {
    const pacer = new Pacer();
    expect(() => pacer.next(1, STEADY, at(0))).toThrow(PacingError);
    expect(pacer.isPlaying).toBe(false);
    expect(pacer.beatAt(at(10))).toBeUndefined();
  });
});

test("the first beat comes when every band has the plan, and there is none before it", () => {
  const pacer = new Pacer();
  const { plan, fromMicros } = pacer.next(100, STEADY, at(0));
  expect(fromMicros).toBe(at(LEAD_S));
  expect(plan).toMatchObject({ revision: 1, beatZeroMicros: fromMicros });
  expect(pacer.beatAt(at(LEAD_S - 0.01))).toBeUndefined();
  expect(pacer.beatAt(at(LEAD_S))).toBe(0);
  expect(pacer.beatAt(at(LEAD_S + 6))).toBeCloseTo(10, 9);
});

test("a new tempo takes effect at a bar line, and beats are counted on across it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 4, max: 240, noNaN: true }),
      fc.double({ min: 4, max: 240, noNaN: true }),
      fc.double({ min: 0.2, max: 60, noNaN: true }),
      (bpm, next, askedS) => {
        const pacer = playingAt(bpm);
        const askedMicros = at(LEAD_S + askedS);
        const { plan, fromMicros } = pacer.next(next, STEADY, askedMicros);
        expect(fromMicros).toBeGreaterThanOrEqual(askedMicros + LEAD_S * 1e6 - 1);
        expect(fromMicros - askedMicros).toBeLessThanOrEqual(LEAD_S * 1e6 + (BAR * 60e6) / bpm + 1);
        const line = pacer.beatAt(fromMicros) ?? NaN;
        expect(line / BAR).toBeCloseTo(Math.round(line / BAR), 6);
        expect(pacer.beatAt(fromMicros - 1)).toBeCloseTo(line, 4);
        expect(pacer.beatAt(timeOfBeat(plan, 8))).toBeCloseTo(line + 8, 6);
      },
    ),
  );
});

test("a plan that had not begun is replaced whole", () => {
  const pacer = playingAt(100);
  const first = pacer.next(120, STEADY, at(10));
  const second = pacer.next(60, STEADY, at(10.2));
  expect(second.fromMicros).toBe(first.fromMicros);
  expect(second.plan.revision).toBe(first.plan.revision + 1);
  const line = pacer.beatAt(second.fromMicros) ?? NaN;
  expect(pacer.beatAt(second.fromMicros + 10e6)).toBeCloseTo(line + 10, 6);
});

test("a plan in waiting is replaced even when it is near: a band holds no second one", () => {
  const pacer = playingAt(200);
  const near = pacer.next(210, STEADY, at(10));
  const asked = sessionMicros(near.fromMicros - 500_000);
  const { fromMicros } = pacer.next(220, STEADY, asked);
  expect(fromMicros).toBeGreaterThan(near.fromMicros);
  // Until then what plays goes on, beat by beat, to a bar line of its own.
  const beat = pacer.beatAt(near.fromMicros) ?? NaN;
  expect(pacer.beatAt(near.fromMicros + 300_000)).toBeCloseTo(beat + 1, 6);
  expect(((pacer.beatAt(fromMicros) ?? NaN) - beat) % BAR).toBeCloseTo(0, 6);
});

test("however often the tempo is turned, beats run on without a gap or a step back", () => {
  const asks = fc.array(fc.tuple(fc.double({ min: 0.02, max: 3, noNaN: true }), fc.integer({ min: 40, max: 240 })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(asks, (turned) => {
      const pacer = playingAt(240);
      let [tS, last] = [LEAD_S, -1];
      for (const [waitS, bpm] of turned) {
        for (const tEndS = tS + waitS; tS < tEndS; tS += 0.05) {
          const beat = pacer.beatAt(at(tS));
          expect(beat).toBeGreaterThan(last);
          expect(last < 0 || (beat ?? NaN) - last < 0.05 * 4 + 1e-6).toBe(true);
          last = beat ?? NaN;
        }
        pacer.next(bpm, STEADY, at(tS));
      }
    }),
    { numRuns: 40 },
  );
});

test("a stop ends the beat there and then; the next plan begins anew, under a higher revision", () => {
  const pacer = playingAt(100);
  pacer.stop(at(10));
  expect(pacer.isPlaying).toBe(false);
  expect(pacer.beatAt(at(10))).toBeUndefined();
  expect(pacer.beatAt(at(9.99))).toBeGreaterThan(0);
  const { plan, fromMicros } = pacer.next(100, STEADY, at(12));
  expect(plan.revision).toBe(2);
  expect(fromMicros).toBe(at(12 + LEAD_S));
  expect(pacer.beatAt(at(13))).toBeUndefined();
  expect(pacer.beatAt(fromMicros)).toBe(0);
});

test("a stop before anything played does no harm", () => {
  const pacer = new Pacer();
  pacer.stop(at(0));
  expect(pacer.isPlaying).toBe(false);
  expect(pacer.next(100, STEADY, at(1)).fromMicros).toBe(at(1 + LEAD_S));
});
