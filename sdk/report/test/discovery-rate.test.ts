import { mulberry32 } from "@entrain/synchrony";
import { expect, test } from "vitest";
import { discoveryThreshold } from "../src/model/discovery-rate.ts";
import { ledFindings } from "../src/model/led.ts";

test("known truths", () => {
  expect(discoveryThreshold([], 0.05)).toBe(0);
  expect(discoveryThreshold([0.04], 0.05)).toBe(0.04);
  expect(discoveryThreshold([0.06], 0.05)).toBe(0);
  // The worked example of Benjamini and Hochberg (1995), section 4.1: four of fifteen stand.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(discoveryThreshold(ps, 0.05)).toBe(0.0095);
});

test("of what stands, at most the stated share is chance, on average", () => {
  const random = mulberry32(20_261);
  let share = 0;
  const rounds = 2_000;
  for (let k = 0; k < rounds; k++) {
    const nulls = Array.from({ length: 40 }, random);
    const real = Array.from({ length: 10 }, () => random() ** 6);
    const threshold = discoveryThreshold([...nulls, ...real], 0.05);
    const falseFinds = nulls.filter((p) => p <= threshold).length;
    share += falseFinds / Math.max(1, falseFinds + real.filter((p) => p <= threshold).length);
  }
  // Expected: .05 · 40/50 = .04; five standard errors of the mean above it is still below the stated rate.
  expect(share / rounds).toBeLessThan(0.05);
  expect(share / rounds).toBeGreaterThan(0.02);
});

test("a lead in random order is found in at most 5 % of sessions at p ≤ .05; one that lasts is found; one that never changes is not", () => {
  const random = mulberry32(7);
  const windowsFrom = (leads: readonly number[]): Parameters<typeof ledFindings>[0] =>
    leads.map((lead, k) => ({ startS: 20 * k, endS: 20 * k + 20, leadMicros: [lead] }));
  let found = 0;
  const rounds = 200;
  for (let k = 0; k < rounds; k++) {
    const leads = Array.from({ length: 18 }, () => 120_000 * (random() - 0.5));
    if (ledFindings(windowsFrom(leads), 1, random).some(({ p }) => p <= 0.05)) found++;
  }
  // Binomial, 200 at .05: 10, standard deviation 3.1.
  expect(found).toBeLessThanOrEqual(10 + 3 * 3.1);
  const lasting = Array.from({ length: 18 }, (_, k) => (k >= 6 && k < 11 ? 90_000 : -5_000));
  expect(ledFindings(windowsFrom(lasting), 1, random)[0]).toMatchObject({ member: 0, startS: 120, endS: 220 });
  expect(ledFindings(windowsFrom(lasting), 1, random)[0]?.p).toBeLessThan(0.01);
  expect(ledFindings(windowsFrom(Array.from({ length: 18 }, () => 90_000)), 1, random)).toEqual([]);
});
