import fc from "fast-check";
import { expect, test } from "vitest";
import { bookPulse, createDutyLedger, DUTY_WINDOW_MILLIS, MAX_ON_MILLIS_IN_WINDOW } from "../src/index.ts";

const pulses = fc.array(fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 200 })), {
  minLength: 50,
  maxLength: 200,
});

test("whatever is asked for, no window of ten seconds holds more than a quarter", () => {
  fc.assert(
    fc.property(pulses, fc.double({ min: 0, max: 2e15, noNaN: true }), (asked, tStartMicros) => {
      const ledger = createDutyLedger();
      const played: { onMillis: number; offMillis: number }[] = [];
      let tMicros = tStartMicros;
      for (const [gapMicros, onMillis] of asked) {
        if (bookPulse(ledger, tMicros, onMillis))
          played.push({
            onMillis: (tMicros - tStartMicros) / 1000,
            offMillis: (tMicros - tStartMicros) / 1000 + onMillis,
          });
        tMicros += gapMicros + onMillis * 1000;
      }
      for (const { offMillis: end } of played) {
        const begin = end - DUTY_WINDOW_MILLIS;
        const on = played.reduce(
          (sum, p) => sum + Math.max(0, Math.min(p.offMillis, end) - Math.max(p.onMillis, begin)),
          0,
        );
        expect(on).toBeLessThanOrEqual(MAX_ON_MILLIS_IN_WINDOW + 1e-6);
      }
    }),
  );
});

test("a fifth of the time is never limited", () => {
  const ledger = createDutyLedger();
  for (let i = 0; i < 1000; i++) expect(bookPulse(ledger, i * 1_000_000, 200)).toBe(true);
});

test("a clock set back forgets nothing", () => {
  const ledger = createDutyLedger();
  for (let i = 0; i < 12; i++) expect(bookPulse(ledger, 1e9 + i * 200_000, 200)).toBe(true);
  expect(bookPulse(ledger, 1e9 - 5e6, 200)).toBe(false);
});
