import { sessionMicros } from "@entrain/protocol";
import { describe, expect, test } from "vitest";
import { ClockEstimator } from "../src/index.ts";
import { clockCases, measureClocks } from "./accuracy.ts";
import { anyCrystal, exchangeAt, IDLE, seeded, usb } from "./clocks.ts";

const SEEDS = 12;
const CONTACT_MICROS = 300e6;

const quantile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(p * values.length) - 1] ?? NaN;

describe(`error and bound over ${String(SEEDS)} seeds`, { timeout: 60_000 }, () => {
  test.each(clockCases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const { contact, holdover, asked, outside } = measureClocks(each, SEEDS);
    const figures = `p95 ${quantile(contact, 0.95).toFixed(0)} µs; after ten minutes p95 ${quantile(holdover, 0.95).toFixed(0)}, worst ${Math.max(...holdover).toFixed(0)} µs; ${String(outside)} of ${String(asked)} outside the bound`;
    expect(outside / asked, figures).toBeLessThanOrEqual(0.01);
    if (each.targetMicros === undefined) return;
    expect(quantile(contact, 0.95), figures).toBeLessThanOrEqual(each.targetMicros[0]);
    expect(quantile(holdover, 0.95), figures).toBeLessThanOrEqual(each.targetMicros[1]);
  });
});

test("without its limits being carried by the rate, ten minutes would cost 12 ms at 20 ppm: the rate is learnt", () => {
  const random = seeded(5);
  const crystal = { ...anyCrystal(random), skewPpm: 20, warmingPpm: 0, swingPpm: 0 };
  const way = usb(random);
  const estimator = new ClockEstimator();
  for (let t = 0; t < CONTACT_MICROS; t += 2e6) {
    const exchange = exchangeAt(crystal, way, IDLE, t, random);
    if (exchange !== undefined) estimator.add(exchange);
  }
  expect(Math.abs((estimator.mapAt(sessionMicros(0))?.bandPerSession ?? NaN) - 1 - 20e-6)).toBeLessThan(0.5e-6);
});
