import { microsOfBeat, sessionMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { barFrom, firstPulseFrom, type Plan, plannedStrength, pulseMicros } from "../src/plan.ts";

const period = fc.integer({ min: 250_000, max: 15_000_000 });
const hold = fc.tuple(fc.integer({ min: 1, max: 40 }), period);
/** Segments within the limits: holds and ramps, the last one without end. */
const segments = fc
  .tuple(fc.array(fc.tuple(hold, period), { maxLength: 4 }), period)
  .map(([parts, last]) =>
    Float64Array.from([...parts.flatMap(([[beats, from], to]) => [beats, from, (to - from) / beats]), 0, last, 0]),
  );
const plans = fc.record({
  segments,
  subdivision: fc.integer({ min: 1, max: 4 }),
  beatsPerBar: fc.integer({ min: 1, max: 16 }),
  beatZeroMicros: fc.integer({ min: -1e12, max: 1e15 }),
  accentMask: fc.integer({ min: 0, max: 0xffff }),
  muteMask: fc.integer({ min: 0, max: 0xffff }),
});
const played = (change: Partial<Plan>): Plan => ({
  ...planOf({ beatZeroMicros: sessionMicros(0) }),
  pulses: 0,
  fadeMicros: 0,
  ...change,
});
const MOST = 400;

test("the first pulse from a time on is the one that a search from the start finds", () => {
  fc.assert(
    fc.property(plans, fc.double({ min: -10, max: MOST - 1, noNaN: true }), (change, place) => {
      const plan = played(change);
      const t = plan.beatZeroMicros + microsOfBeat(change.segments, place / plan.subdivision);
      let index = 0;
      while (pulseMicros(plan, index) < t) index++;
      expect(firstPulseFrom(plan, t)).toBe(index);
    }),
    { seed: 21, numRuns: 300 },
  );
});

test("it is found for any time that a band takes, in no time", () => {
  const plan = played({ beatZeroMicros: -9e15 });
  const index = firstPulseFrom(plan, 9e15);
  expect(pulseMicros(plan, index)).toBeGreaterThanOrEqual(9e15);
  expect(pulseMicros(plan, index - 1)).toBeLessThan(9e15);
});

test("a bar from a pulse on is the first whole one", () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 1e6 }), (change, from) => {
      const plan = played(change);
      const pulses = plan.beatsPerBar * plan.subdivision;
      let index = from;
      while (index % pulses !== 0) index++;
      expect(barFrom(plan, from)).toBe(index);
    }),
    { seed: 22, numRuns: 300 },
  );
});

test("a muted beat is silent with all its parts, an accent is the beat's own, parts between have half its strength", () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 1e6 }), (change, index) => {
      const plan = played(change);
      const beat = Math.floor(index / plan.subdivision) % plan.beatsPerBar;
      const has = (mask: number): boolean => Math.floor(mask / 2 ** beat) % 2 === 1;
      const onBeat = has(plan.accentMask) ? 255 : 200;
      const expected = has(plan.muteMask) ? 0 : index % plan.subdivision === 0 ? onBeat : 100;
      expect(plannedStrength(plan, index)).toBe(expected);
    }),
    { seed: 23, numRuns: 300 },
  );
});

test("a swell rises over its beats and falls over the others, and stays between the two strengths", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(15), fc.nat(255), fc.nat(255), (bar, more, a, b) => {
      const swellBeats = 1 + (more % bar);
      const [strength, accentStrength] = [Math.min(a, b), Math.max(a, b)];
      const plan = played({ beatsPerBar: bar, swellBeats, strength, accentStrength, accentMask: 0 });
      const bars = Array.from({ length: 2 * bar }, (_, index) => plannedStrength(plan, index));
      expect(bars.slice(bar)).toEqual(bars.slice(0, bar));
      bars.slice(1, bar).forEach((next, i) => {
        if (i + 1 < swellBeats) expect(next).toBeGreaterThanOrEqual(bars[i] ?? NaN);
        else expect(next).toBeLessThanOrEqual(bars[i] ?? NaN);
      });
      expect(bars[swellBeats - 1]).toBe(accentStrength);
      expect(Math.min(...bars)).toBeGreaterThanOrEqual(strength);
    }),
    { seed: 5, numRuns: 300 },
  );
});
