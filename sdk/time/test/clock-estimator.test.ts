import { bandMicros, MICROS_PER_SECOND, sessionMicros, toBandMicros, toSessionMicros } from "@entrain/protocol";
import { describe, expect, test } from "vitest";
import { ClockEstimator, offsetOf, systemClock, type ClockExchange } from "../src/index.ts";

/** Park and Miller's minimal standard generator: enough for delays in a test. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

interface Link {
  readonly skewPpm: number;
  readonly offsetMicros: number;
  readonly leastMicros: number;
  readonly jitterMicros: number;
}

const bandClock =
  ({ skewPpm, offsetMicros }: Link) =>
  (t: number): number =>
    offsetMicros + t * (1 + skewPpm * 1e-6);

const exchangeAt = (link: Link, tMicros: number, random: () => number): ClockExchange => {
  const band = bandClock(link);
  // Exponential tails on either way, independent: asymmetric from exchange to exchange.
  const delay = (): number => link.leastMicros - link.jitterMicros * Math.log(1 - random());
  const received = tMicros + delay();
  const sent = received + 400;
  return {
    hostSentMicros: sessionMicros(tMicros),
    bandReceivedMicros: bandMicros(band(received)),
    bandSentMicros: bandMicros(band(sent)),
    hostReceivedMicros: sessionMicros(sent + delay()),
  };
};

const USB: Link = { skewPpm: 35, offsetMicros: 7.3e12, leastMicros: 150, jitterMicros: 100 };
const BLE: Link = { skewPpm: -28, offsetMicros: -2.1e9, leastMicros: 4_000, jitterMicros: 4_000 };

describe("hostile exchanges", () => {
  const good = exchangeAt(USB, 1e9, seeded(1));
  test.each([
    ["a reply before its request", { hostReceivedMicros: sessionMicros(good.hostSentMicros - 1) }],
    ["a band that sent before it received", { bandSentMicros: bandMicros(good.bandReceivedMicros - 1) }],
    ["not a number", { bandReceivedMicros: bandMicros(NaN) }],
    ["infinity", { hostReceivedMicros: sessionMicros(Infinity) }],
  ])("%s is ignored", (_, change) => {
    const estimator = new ClockEstimator();
    expect(estimator.add({ ...good, ...change })).toBe("invalid");
    expect(estimator.mapAt(sessionMicros(1e9))).toBeUndefined();
  });

  test("a symmetric exchange gives the offset itself", () => {
    const sample = offsetOf({
      hostSentMicros: sessionMicros(0),
      bandReceivedMicros: bandMicros(1_100),
      bandSentMicros: bandMicros(1_200),
      hostReceivedMicros: sessionMicros(300),
    });
    expect(sample).toEqual({ tMicros: 150, offsetMicros: 1_000, halfTripMicros: 100 });
  });
});

describe.each([
  ["USB-like", USB, 500],
  ["BLE-like", BLE, 3_000],
])("%s link", (_, link, targetMicros) => {
  test("the error stays within the target (p95) and within its own bound (99 %), over 40 seeds", () => {
    const errors: number[] = [];
    let outside = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed * 7919);
      const estimator = new ClockEstimator();
      for (let i = 0; i < 60; i++) {
        const tMicros = 1e9 + (i < 8 ? i * 0.1 : 0.8 + (i - 8) * 2) * MICROS_PER_SECOND;
        estimator.add(exchangeAt(link, tMicros, random));
        if (i < 8) continue;
        const tAsked = sessionMicros(tMicros + MICROS_PER_SECOND);
        const map = estimator.mapAt(tAsked);
        if (map === undefined) throw new Error("expected a map");
        const error = Math.abs(toBandMicros(map, tAsked) - bandClock(link)(tAsked));
        errors.push(error);
        if (error > map.errorMicros) outside++;
      }
    }
    errors.sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(targetMicros);
    expect(outside / errors.length).toBeLessThan(0.01);
  });
});

test("ten minutes without contact after five with it: within 5 ms, and the bound says so", () => {
  const link = { ...USB, skewPpm: 20 };
  const estimator = new ClockEstimator();
  const random = seeded(5);
  for (let i = 0; i < 150; i++) estimator.add(exchangeAt(link, i * 2 * MICROS_PER_SECOND, random));
  const tAsked = sessionMicros(900 * MICROS_PER_SECOND);
  const map = estimator.mapAt(tAsked);
  if (map === undefined) throw new Error("expected a map");
  const error = Math.abs(toSessionMicros(map, bandMicros(bandClock(link)(tAsked))) - tAsked);
  expect(error).toBeLessThan(5_000);
  expect(error).toBeLessThan(map.errorMicros);
});

test("a jump of the band's clock begins a new epoch at once, and jitter does not", () => {
  const estimator = new ClockEstimator();
  const random = seeded(11);
  for (let i = 0; i < 30; i++) expect(estimator.add(exchangeAt(BLE, i * MICROS_PER_SECOND, random))).toBe("taken");
  const rebooted = { ...BLE, offsetMicros: 0 };
  expect(estimator.add(exchangeAt(rebooted, 31 * MICROS_PER_SECOND, random))).toBe("new-epoch");
  expect(estimator.epoch).toBe(1);
  const map = estimator.mapAt(sessionMicros(31 * MICROS_PER_SECOND));
  if (map === undefined) throw new Error("expected a map");
  expect(
    Math.abs(toBandMicros(map, sessionMicros(31 * MICROS_PER_SECOND)) - bandClock(rebooted)(31 * MICROS_PER_SECOND)),
  ).toBeLessThan(30_000);
});

test("the system clock moves on, fires no earlier than asked, and cancels", async () => {
  const clock = systemClock({
    nowMillis: () => performance.now(),
    setTimeout: (callback, millis) => setTimeout(callback, millis),
    clearTimeout: (handle) => {
      clearTimeout(handle);
    },
  });
  const due = sessionMicros(clock.nowMicros() + 3_000);
  const cancelled = clock.at(due, () => expect.unreachable());
  cancelled();
  const fired = await new Promise<number>((resolve) => clock.at(due, () => resolve(clock.nowMicros())));
  expect(fired).toBeGreaterThanOrEqual(due);
});
