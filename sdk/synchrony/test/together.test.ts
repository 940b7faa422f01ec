import { describe, expect, it } from "vitest";
import { ESTIMATOR_VERSION, mulberry32 } from "../src/index.ts";
import { at, mover, normals, ownBeats, pacedBeats, pairBeats, recorded, scorerFor } from "./people.ts";

describe("false alarms", () => {
  it.each([
    [2, 1.7],
    [2, 0.5],
    [6, 1.7],
  ])("%i strangers with tempi close to %f Hz are seldom called in sync", { timeout: 60_000 }, (count, tempoHz) => {
    const random = mulberry32(900 + count);
    const normal = normals(random);
    let [alarms, windows, wholes] = [0, 0, 0];
    for (let run = 0; run < 5; run++) {
      const people = Array.from({ length: count }, () =>
        mover(ownBeats(tempoHz * (1 + 0.02 * (2 * random() - 1)), 100, random, normal), 100, normal),
      );
      const scorer = recorded(people, 100, { seed: run });
      for (const from of [8, 38, 66]) {
        windows++;
        if (scorer.scoreWindow(at(from), at(from + 30), { shifts: 99 }).verdict === "in-sync") alarms++;
      }
      if (scorer.scoreWhole().verdict === "in-sync") wholes++;
    }
    // 15 windows at 5 %: more than 3 has p < .01.
    expect(alarms, `of ${String(windows)} windows`).toBeLessThanOrEqual(3);
    expect(wholes).toBeLessThanOrEqual(2);
  });
});

describe("detection", () => {
  it.each([0.5, 1, 1.7])(
    "six people who follow a pacer of %f Hz are called in sync in 30 s",
    { timeout: 60_000 },
    (tempoHz) => {
      const random = mulberry32(31);
      const normal = normals(random);
      let found = 0;
      for (let run = 0; run < 5; run++) {
        const people = Array.from({ length: 6 }, () =>
          mover(pacedBeats(tempoHz, 60, -0.04 + 0.03 * normal(), normal), 60, normal),
        );
        const scorer = recorded(people, 60, { seed: run });
        const score = scorer.scoreWindow(at(20), at(50));
        if (score.verdict === "in-sync") found++;
        expect(score.score ?? 0).toBeLessThanOrEqual(1);
      }
      expect(found).toBeGreaterThanOrEqual(4);
    },
  );

  it("two who correct towards each other at 1.7 Hz are called in sync in two minutes", { timeout: 60_000 }, () => {
    const normal = normals(mulberry32(77));
    for (let run = 0; run < 3; run++) {
      const [a, b] = pairBeats(1.7, 125, normal);
      expect(recorded([mover(a, 125, normal), mover(b, 125, normal)], 120, { seed: run }).scoreWhole().verdict).toBe(
        "in-sync",
      );
    }
  });
});

describe("the live reading", () => {
  const random = mulberry32(41);
  const normal = normals(random);
  const people = [
    ...Array.from({ length: 5 }, () => mover(pacedBeats(1.5, 130, -0.03, normal), 130, normal)),
    mover(ownBeats(1.38, 130, random, normal), 130, normal),
  ];
  const scorer = scorerFor(6, { historyS: 120 });
  scorer.setPacer((tMicros) => ((tMicros - at(0)) / 1e6) * 1.5);
  for (let frame = 0; frame < 125 * 25; frame++) {
    people.forEach(({ tMicros, accelG }, k) => {
      scorer.pushSamples(k, tMicros.subarray(2 * frame, 2 * frame + 2), accelG.subarray(6 * frame, 6 * frame + 6), 2);
    });
    scorer.advance(at(frame / 25));
  }
  const reading = scorer.reading();

  it("carries version, time, window and delay", () => {
    expect(reading).toMatchObject({ estimator: ESTIMATOR_VERSION, windowS: 30, delayMicros: 80_000 });
    expect(reading.pacer?.tempoHz).toBeCloseTo(1.5, 6);
  });

  it("tells who moves with the pulse, and never of someone at their own tempo", () => {
    const withPulse = reading.members.map((m) => m.withPacer);
    expect(withPulse.slice(0, 5).filter((w) => w === true).length).toBeGreaterThanOrEqual(4);
    expect(withPulse[5]).not.toBe(true);
    const [first] = reading.members.filter((m) => m.withPacer === true);
    expect(Math.abs((first?.asynchronyMicros ?? NaN) + 30_000)).toBeLessThan(35_000);
    expect(first?.asynchronySdMicros).toBeLessThan(60_000);
    expect(reading.members[5]?.asynchronyMicros).toBeUndefined();
  });

  it("holds the score with its floor, and the order parameter over those who are ok", () => {
    expect(reading.group.orderParameter).toBeGreaterThan(0.6);
    expect(reading.group.unbiasedR2).toBeLessThan(1);
    if (reading.group.score !== undefined) expect(reading.group.score.p).toBeGreaterThan(0);
  });

  it("someone who opted out looks like someone resting, and is not scored", () => {
    scorer.setPresent(5, false);
    scorer.advance(at(125.5));
    expect(scorer.reading().members[5]).toMatchObject({ state: "still", reason: "listening" });
    expect(scorer.reading().members[5]?.phaseRad).toBeUndefined();
  });
});

it("gives the same numbers from the same calls, and scores that do not depend on what else was asked", () => {
  const normal = normals(mulberry32(5));
  const [a, b] = pairBeats(1.2, 60, normal);
  const people = [mover(a, 60, normal), mover(b, 60, normal)];
  const first = recorded(people, 60);
  const second = recorded(people, 60);
  second.scoreWindow(at(3), at(40));
  second.reading();
  expect(second.scoreWhole()).toEqual(first.scoreWhole());
  expect(second.reading()).toEqual(first.reading());
});
