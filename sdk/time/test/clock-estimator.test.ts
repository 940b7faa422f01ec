import { bandMicros, MICROS_PER_SECOND, sessionMicros, toBandMicros } from "@entrain/protocol";
import { describe, expect, test } from "vitest";
import { type ClockExchange, ClockEstimator, limitsOf } from "../src/index.ts";
import { anyCrystal, bandAt, exchangeAt, IDLE, seeded, usb } from "./clocks.ts";

const GOOD: ClockExchange = {
  hostSentMicros: sessionMicros(1_000),
  bandReceivedMicros: bandMicros(5_400),
  bandSentMicros: bandMicros(5_500),
  hostReceivedMicros: sessionMicros(1_900),
};

describe("hostile exchanges", () => {
  test.each([
    ["a reply before its request", { hostReceivedMicros: sessionMicros(999) }],
    ["a band that sent before it received", { bandSentMicros: bandMicros(5_399) }],
    ["a band that took longer than the whole trip", { bandSentMicros: bandMicros(6_400) }],
    ["not a number", { bandReceivedMicros: bandMicros(NaN) }],
    ["infinity", { hostReceivedMicros: sessionMicros(Infinity) }],
    ["minus infinity", { bandReceivedMicros: bandMicros(-Infinity) }],
  ])("%s is ignored", (_, change) => {
    const estimator = new ClockEstimator();
    expect(estimator.add({ ...GOOD, ...change })).toBe("invalid");
    expect(estimator.mapAt(sessionMicros(1e9))).toBeUndefined();
    expect(estimator.sampleCount).toBe(0);
  });

  test("one that is ignored leaves what was known as it was", () => {
    const estimator = new ClockEstimator();
    estimator.add(GOOD);
    const before = estimator.mapAt(sessionMicros(2_000));
    estimator.add({ ...GOOD, bandReceivedMicros: bandMicros(NaN) });
    expect(estimator.mapAt(sessionMicros(2_000))).toEqual(before);
  });
});

describe("a single exchange", () => {
  test("limits the offset from both sides by when nothing can have arrived before it was sent", () => {
    expect(limitsOf(GOOD)).toEqual({
      most: { tMicros: 1_000, offsetMicros: 4_400 },
      least: { tMicros: 1_900, offsetMicros: 3_600 },
    });
  });

  test("is estimated at the middle, and its bound holds both ends", () => {
    const estimator = new ClockEstimator();
    estimator.add(GOOD);
    const map = estimator.mapAt(sessionMicros(1_900));
    if (map === undefined) throw new Error("expected a map");
    expect(toBandMicros(map, sessionMicros(1_900)) - 1_900).toBeCloseTo(4_000, 0);
    expect(map.errorMicros).toBeGreaterThan(400);
    expect(map.errorMicros).toBeLessThan(500);
  });
});

describe("jumps", () => {
  const SEED = 11;
  const settled = (): { estimator: ClockEstimator; more: (tMicros: number, byMicros: number) => string } => {
    const random = seeded(SEED);
    const crystal = { ...anyCrystal(random), offsetMicros: 3e9 };
    const estimator = new ClockEstimator();
    const way = usb(random);
    const more = (tMicros: number, byMicros: number): string => {
      const exchange = exchangeAt(crystal, way, IDLE, tMicros, random);
      if (exchange === undefined) throw new Error("expected an answer");
      return estimator.add({
        ...exchange,
        bandReceivedMicros: bandMicros(exchange.bandReceivedMicros + byMicros),
        bandSentMicros: bandMicros(exchange.bandSentMicros + byMicros),
      });
    };
    for (let i = 0; i < 40; i++) expect(more(i * 2 * MICROS_PER_SECOND, 0), `seed ${String(SEED)}`).toBe("taken");
    return { estimator, more };
  };

  test.each([-3e9, -60 * MICROS_PER_SECOND, -20_000, 20_000, 60 * MICROS_PER_SECOND, 1.7e15])(
    "a band's clock that jumps by %d µs (a reboot, a host whose own clock stood while it slept) begins a new epoch at once",
    (byMicros) => {
      const { estimator, more } = settled();
      expect(more(81e6, byMicros)).toBe("new-epoch");
      expect(estimator.epoch).toBe(1);
      for (let i = 1; i < 8; i++) expect(more(81e6 + i * 60_000, byMicros)).toBe("taken");
    },
  );

  test("ten minutes of silence are none, at any rate that crystals have", () => {
    const { estimator, more } = settled();
    expect(more(680e6, 0)).toBe("taken");
    expect(more(682e6, 30_000)).toBe("new-epoch");
    expect(estimator.epoch).toBe(1);
  });

  test("limits that contradict each other by less are owned up to in the bound", () => {
    const { estimator, more } = settled();
    for (let i = 0; i < 3; i++) expect(more(81e6 + i * 2e6, 5_500)).toBe("taken");
    expect(estimator.mapAt(sessionMicros(86e6))?.errorMicros).toBeGreaterThan(2_700);
  });

  test("a reset forgets the rate, too", () => {
    const { estimator } = settled();
    estimator.reset();
    expect(estimator.mapAt(sessionMicros(90e6))).toBeUndefined();
    estimator.add(GOOD);
    expect(estimator.mapAt(sessionMicros(2_000))?.bandPerSession).toBe(1);
  });
});

test("times as large as a band's, in 1970 microseconds, lose nothing", () => {
  const random = seeded(3);
  const crystal = { ...anyCrystal(random), offsetMicros: 1.9e15, skewPpm: 50 };
  const estimator = new ClockEstimator();
  const way = usb(random);
  for (let i = 0; i < 100; i++) {
    const exchange = exchangeAt(crystal, way, IDLE, 1e9 + i * 2e6, random);
    if (exchange !== undefined) estimator.add(exchange);
  }
  const tMicros = sessionMicros(1.2e9);
  const map = estimator.mapAt(tMicros);
  if (map === undefined) throw new Error("expected a map");
  expect(Math.abs(toBandMicros(map, tMicros) - bandAt(crystal, tMicros))).toBeLessThan(400);
});
