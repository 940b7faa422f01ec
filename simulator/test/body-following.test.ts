import { describe, expect, it } from "vitest";
import { nearestAsynchrony } from "../src/body/ear.ts";
import { createMover, createOwnRhythm, drum, type Body, type MoverOpts } from "../src/body/index.ts";
import { createRandom } from "../src/random/index.ts";

const START = 123_456_789;
/** 100 beats a minute. */
const PERIOD = 600_000;
const EXACT = { timekeeperSdRatio: 0, motorSdMicros: 0, wanderSdRatio: 0, wanderCycles: 20 };

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const covariance = (values: readonly number[], lag: number): number => {
  const centre = mean(values);
  const products = values.slice(lag).map((v, i) => (v - centre) * ((values[i] ?? NaN) - centre));
  return mean(products);
};
const drummer = (opts: Partial<MoverOpts>): Body =>
  createMover({ gesture: drum, random: createRandom(1), tStartMicros: START, tempoHz: 1e6 / PERIOD, ...opts });

/** Lets a body live to a train of pulses and returns its onsets. */
const live = (body: Body, pulses: readonly number[], untilMicros: number): number[] => {
  const onsets: number[] = [];
  body.onOnset = (t) => onsets.push(t);
  for (const t of pulses) {
    body.phaseAt(t);
    body.feelPulse(t);
  }
  body.phaseAt(untilMicros);
  return onsets;
};
const train = (count: number, periodMicros = PERIOD): number[] =>
  Array.from({ length: count }, (_, i) => START + (i + 1) * periodMicros);
const asynchronies = (onsets: readonly number[], pulses: readonly number[], window = PERIOD / 2): number[] =>
  onsets.map((onset) => nearestAsynchrony(onset, pulses, window)).filter((a) => a !== undefined);

describe("what a body feels", () => {
  it("may be nothing, a flood, out of order or long past, and it moves on", () => {
    const body = drummer({});
    for (let i = 0; i < 5000; i++) body.feelPulse(START + ((i * 7919) % 5000) * 500);
    body.feelPulse(START - 1e9);
    expect(body.phaseAt(START + 60e6)).toBeGreaterThan(80);
    body.feelPulse(START + 1e6);
    expect(body.phaseAt(START + 120e6)).toBeGreaterThan(170);
  });

  it("is refused where it is no time at all, and so are parameters that nobody has", () => {
    for (const t of [NaN, Infinity, -Infinity]) {
      expect(() => {
        drummer({}).feelPulse(t);
      }).toThrow(RangeError);
      expect(() => drummer({}).phaseAt(t)).toThrow(RangeError);
    }
    for (const wrong of [
      { tempoHz: 0 },
      { tempoHz: 50 },
      { startPhase: 1 },
      { vigour: 0 },
      { following: { alpha: -1 } },
    ])
      expect(() => drummer(wrong)).toThrow(RangeError);
  });
});

describe("phase correction", () => {
  it("keeps a mean asynchrony of −40 ms to a pulse at 100 a minute, and does not drift in 5 minutes", () => {
    const pulses = train(500);
    const found = asynchronies(live(drummer({}), pulses, pulses.at(-1) ?? 0), pulses).slice(30);
    expect(found.length).toBeGreaterThan(465);
    expect(mean(found)).toBeGreaterThan(-46_000);
    expect(mean(found)).toBeLessThan(-34_000);
    const halves = [found.slice(0, 230), found.slice(-230)].map(mean);
    expect(Math.abs((halves[1] ?? NaN) - (halves[0] ?? NaN))).toBeLessThan(8_000);
    const sd = Math.sqrt(covariance(found, 0));
    expect(sd).toBeGreaterThan(15_000);
    expect(sd).toBeLessThan(40_000);
  });

  it("has the variance and lag-1 covariance that the model of Vorberg & Schulze predicts", () => {
    const [alpha, timekeeperSd, motorSd] = [0.25, 15_000, 8_000];
    const following = { alpha, beta: 0 };
    const pulses = train(6000);
    const found = asynchronies(live(drummer({ following }), pulses, pulses.at(-1) ?? 0), pulses).slice(30);
    const hidden = (alpha ** 2 * motorSd ** 2 + timekeeperSd ** 2) / (1 - (1 - alpha) ** 2);
    expect(covariance(found, 0) / (hidden + motorSd ** 2)).toBeCloseTo(1, 0);
    expect(Math.abs(covariance(found, 0) / (hidden + motorSd ** 2) - 1)).toBeLessThan(0.1);
    expect(Math.abs(covariance(found, 1) / ((1 - alpha) * hidden - alpha * motorSd ** 2) - 1)).toBeLessThan(0.12);
  });

  it("undoes a share alpha of a shift of the pulse with each movement", () => {
    const before = train(30);
    const after = train(10).map((t) => t + 30 * PERIOD + 50_000);
    const pulses = [...before, ...after];
    const body = drummer({ following: { alpha: 0.3, beta: 0, meanAsynchronyMicros: 0 }, steadiness: EXACT });
    const found = asynchronies(live(body, pulses, (pulses.at(-1) ?? 0) + 1e5), pulses).slice(-10);
    found.forEach((a, n) => {
      expect(Math.abs(a - -50_000 * 0.7 ** n)).toBeLessThan(200);
    });
  });

  it("is what holds the two together: without it they drift apart", () => {
    const pulses = train(500);
    const following = { alpha: 0, beta: 0 };
    const onsets = live(
      drummer({ following, tempoHz: 1.01e6 / PERIOD, steadiness: EXACT }),
      pulses,
      pulses.at(-1) ?? 0,
    );
    expect(onsets.length).toBe(505);
  });
});

describe("period correction", () => {
  it("meets a tempo 4 % off without a lasting lag", () => {
    const pulses = train(200, 624_000);
    const found = asynchronies(live(drummer({}), pulses, pulses.at(-1) ?? 0), pulses).slice(-100);
    expect(mean(found)).toBeGreaterThan(-50_000);
    expect(mean(found)).toBeLessThan(-30_000);
  });

  it("takes over a quite different tempo within a few beats", () => {
    const pulses = train(60, 400_000);
    const body = drummer({ tempoHz: 1 });
    const onsets = live(body, pulses, pulses.at(-1) ?? 0);
    expect(body.tempoHzAt(pulses.at(-1) ?? 0)).toBeCloseTo(2.5, 1);
    expect(mean(asynchronies(onsets, pulses, 200_000).slice(-30))).toBeLessThan(-20_000);
    expect(mean(asynchronies(onsets, pulses, 200_000).slice(-30))).toBeGreaterThan(-60_000);
  });

  it("goes on at the learnt tempo over missing pulses, and back to the own one when they stop", () => {
    const pulses = train(200, 550_000).filter((_, i) => i % 5 !== 3);
    const body = drummer({});
    const last = pulses.at(-1) ?? 0;
    const onsets = live(body, pulses, last);
    expect(onsets.length).toBeGreaterThan(195);
    expect(onsets.length).toBeLessThan(205);
    expect(body.tempoHzAt(last)).toBeCloseTo(1e6 / 550_000, 1);
    expect(body.tempoHzAt(last + 120e6)).toBeCloseTo(1e6 / PERIOD, 1);
  });

  it("shrugs off pulses that are too many", () => {
    const pulses = train(300).flatMap((t, i) => (i % 7 === 3 ? [t, t + 250_000] : [t]));
    const found = asynchronies(live(drummer({}), pulses, pulses.at(-1) ?? 0), train(300)).slice(30);
    expect(mean(found)).toBeLessThan(-20_000);
    expect(mean(found)).toBeGreaterThan(-60_000);
  });
});

describe("other times", () => {
  it.each([
    { movements: 1, pulses: 2 },
    { movements: 2, pulses: 1 },
    { movements: 3, pulses: 2 },
    { movements: 1, pulses: 4 },
  ])("$movements movements to $pulses pulses keep step with them", (ratio) => {
    const periodMicros = 700_000;
    const beats = train(400, periodMicros);
    const body = drummer({
      tempoHz: (1e6 / periodMicros) * (ratio.movements / ratio.pulses),
      following: ratio,
      steadiness: { timekeeperSdRatio: 0.01 },
    });
    const onsets = live(body, beats, beats.at(-1) ?? 0);
    expect(Math.abs(onsets.length - (400 * ratio.movements) / ratio.pulses)).toBeLessThan(3);
    // With n movements to m pulses, one onset in n meets a pulse.
    const found = asynchronies(onsets.slice(40), beats, periodMicros / 6);
    expect(Math.abs(found.length - (onsets.length - 40) / ratio.movements)).toBeLessThan(4);
    expect(mean(found)).toBeLessThan(-20_000);
    expect(mean(found)).toBeGreaterThan(-60_000);
  });
});

describe("own rhythm", () => {
  it("ignores the pulse to the last bit, and wanders by some hundredths", () => {
    const make = (): Body => createOwnRhythm({ gesture: drum, random: createRandom(3), tStartMicros: START });
    const pulses = train(400);
    const until = pulses.at(-1) ?? 0;
    const onsets = live(make(), pulses, until);
    expect(onsets).toEqual(live(make(), [], until));
    const intervals = onsets.slice(1).map((t, i) => t - (onsets[i] ?? NaN));
    const slow = Array.from({ length: 30 }, (_, i) => mean(intervals.slice(i * 10, i * 10 + 10)));
    const wander = Math.sqrt(covariance(slow, 0)) / mean(slow);
    expect(wander).toBeGreaterThan(0.01);
    expect(wander).toBeLessThan(0.06);
  });
});

describe("hearing each other", () => {
  /** SD of the difference of two drummers' onsets, microseconds; both start together with tempi 1 % apart. */
  const spread = (alphaOthers: number, alphaBack = alphaOthers): number => {
    const make = (seed: number, tempoHz: number, alpha: number): Body =>
      drummer({
        random: createRandom(seed),
        tempoHz,
        startPhase: 0.5,
        following: { alpha: 0, beta: 0, alphaOthers: alpha },
      });
    const [a, b] = [make(1, 1.7, alphaOthers), make(2, 1.717, alphaBack)];
    const [fromA, fromB]: [number[], number[]] = [[], []];
    a.onOnset = (t) => {
      fromA.push(t);
      b.hearOnset("a", t);
    };
    b.onOnset = (t) => {
      fromB.push(t);
      a.hearOnset("b", t);
    };
    for (let t = START; t < START + 120e6; t += 10_000) [a, b].forEach((body) => body.phaseAt(t));
    const differences = fromA.slice(0, fromB.length).map((t, i) => t - (fromB[i] ?? NaN));
    return Math.sqrt(covariance(differences, 0));
  };

  it("holds two together that would else drift apart, and the more so the more they listen", () => {
    const [none, little, much] = [spread(0), spread(0.1), spread(0.3)] as const;
    expect(none).toBeGreaterThan(150_000);
    expect(little).toBeLessThan(70_000);
    expect(much).toBeLessThan(little);
  });

  it("may be one-sided: a leader who does not listen is followed", () => {
    expect(spread(0, 0.4)).toBeLessThan(50_000);
  });
});
