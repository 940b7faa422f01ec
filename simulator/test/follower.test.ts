import { describe, expect, it } from "vitest";
import { createFollower, createRandom, type Follower, type FollowerOpts } from "../src/index.ts";

const START = 123_456_789;
const EASY: Omit<FollowerOpts, "random" | "tStartMicros"> = {
  ownTempoHz: 1.75,
  alpha: 0.3,
  beta: 0.1,
  alphaOthers: 0,
  meanAsynchronyRatio: 0,
  timekeeperSdRatio: 0,
  motorSdMicros: 0,
  wanderSdRatio: 0,
  limits: { reach: 0.1, takeOver: 0, pull: 0 },
  lapsesPerMinute: 0,
  lapseSeconds: 5,
};
const person = (opts: Partial<FollowerOpts> = {}): Follower =>
  createFollower({ ...EASY, random: createRandom(4), tStartMicros: START, ...opts });

/** Pulses so many seconds apart until a time; what the phase gains on the pulse over the last ten of them, cycles. */
const driftWith = (body: Follower, periodS: number, seconds: number): number => {
  const phases: number[] = [];
  for (let t = START + periodS * 1e6; t < START + seconds * 1e6; t += periodS * 1e6) {
    phases.push(body.phaseAt(t));
    body.feelPulse(t);
  }
  return (phases.at(-1) ?? NaN) - (phases.at(-11) ?? NaN) - 10;
};

it.each([{ ownTempoHz: 9 }, { ownTempoHz: NaN }, { alpha: -1 }, { beta: 2 }])("refuses %j", (wrong) => {
  expect(() => person(wrong)).toThrow(RangeError);
});

it("the same seed gives the same onsets", () => {
  const onsets = (): number[] => {
    const body = person({ timekeeperSdRatio: 0.04, lapsesPerMinute: 2 });
    const found: number[] = [];
    body.onOnset = (t) => found.push(t);
    driftWith(body, 0.6, 60);
    return found;
  };
  expect(onsets()).toEqual(onsets());
  expect(onsets().length).toBeGreaterThan(90);
});

describe("limits", () => {
  it("a pulse within reach is followed", () => {
    expect(Math.abs(driftWith(person(), 1 / (1.75 * 0.94), 60))).toBeLessThan(0.02);
  });

  it("one beyond it is not", () => {
    expect(Math.abs(driftWith(person(), 1 / (1.75 * 0.6), 60))).toBeGreaterThan(2);
  });

  it("unless it is taken over on purpose", () => {
    expect(
      Math.abs(driftWith(person({ limits: { ...EASY.limits, takeOver: 0.2 } }), 1 / (1.75 * 0.6), 60)),
    ).toBeLessThan(0.05);
  });

  it("a pulse that slows little by little is followed far beyond the reach", () => {
    const body = person();
    let [t, periodS] = [START, 1 / 1.75];
    while (periodS < 1) {
      t += periodS * 1e6;
      body.phaseAt(t);
      body.feelPulse(t);
      periodS *= 1.004;
    }
    const before = body.phaseAt(t);
    expect(body.phaseAt(t + 10e6) - before).toBeGreaterThan(9);
    expect(body.phaseAt(t + 10e6) - before).toBeLessThan(11.5);
  });

  it("nothing is corrected in a lapse", () => {
    const away = person({ lapsesPerMinute: 1e9, lapseSeconds: 1e9 });
    expect(Math.abs(driftWith(away, 1 / (1.75 * 0.94), 60))).toBeGreaterThan(0.5);
  });
});
