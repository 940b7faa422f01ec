import { describe, expect, it } from "vitest";
import { armSwing, breath, createMover, createOwnRhythm, drum, step, sway, type Body } from "../src/body/index.ts";
import { planQuintic, evalQuintic, type Kinematics } from "../src/body/quintic.ts";
import { createRandom } from "../src/random/index.ts";

const START = 123_456_789;
const GESTURES = [sway, step, armSwing, drum, breath];
/** Tremor is in the acceleration and not in the position. */
const TREMOR_MPS2 = 0.03;

const wandering = (gesture: (typeof GESTURES)[number]): Body =>
  createOwnRhythm({ gesture, random: createRandom(21), tStartMicros: START });

describe("quintic", () => {
  it("leaves and arrives with the value, rate and acceleration asked for", () => {
    const from = { value: 3, rate: 0.7, acceleration: -2 };
    const quintic = planQuintic(1e6, from, 1.6e6, 4, 1.9);
    const out: Kinematics = { value: 0, rate: 0, acceleration: 0 };
    evalQuintic(quintic, 1e6, out);
    expect(out).toEqual(from);
    evalQuintic(quintic, 1.6e6, out);
    expect(out.value).toBeCloseTo(4, 9);
    expect(out.rate).toBeCloseTo(1.9, 9);
    expect(out.acceleration).toBeCloseTo(0, 6);
  });
});

describe.each(GESTURES)("motion of $name", (gesture) => {
  it("has for its acceleration the second derivative of its position, and for its rates the first of its angles", () => {
    const body = wandering(gesture);
    const h = 100;
    // 37 cycles and a bit apart from the impacts, which are in the acceleration only.
    for (let i = 1; i < 400; i++) {
      const t = START + i * (20e6 / 400 / gesture.comfortableHz);
      const phase = body.phaseAt(t - h) ?? 0;
      if (gesture.impact !== undefined && phase - Math.floor(phase) < 0.45) continue;
      const [a, b, c] = [body.poseAt(t - h), body.poseAt(t), body.poseAt(t + h)];
      for (let axis = 0; axis < 3; axis++) {
        const at = (v: Float64Array): number => v[axis] ?? NaN;
        const accel = (at(a.positionM) - 2 * at(b.positionM) + at(c.positionM)) / (h / 1e6) ** 2;
        expect(Math.abs(accel - at(b.accelMps2))).toBeLessThan(TREMOR_MPS2 + 0.002 * Math.abs(accel));
        const rate = (at(c.anglesRad) - at(a.anglesRad)) / ((2 * h) / 1e6);
        expect(Math.abs(rate - at(b.angleRatesRadps))).toBeLessThan(1e-4 + 1e-3 * Math.abs(rate));
      }
    }
  });

  it("has a phase that always rises and never steps, whatever it feels", () => {
    const body = createMover({ gesture, random: createRandom(4), tStartMicros: START, following: { alpha: 0.9 } });
    const random = createRandom(6);
    const stepMicros = 20_000 / gesture.comfortableHz;
    let before = body.phaseAt(START) ?? NaN;
    for (let i = 1; i < 3000; i++) {
      const t = START + i * stepMicros;
      if (random.uniform() < 0.03) body.feelPulse(t);
      const phase = body.phaseAt(t) ?? NaN;
      expect(phase).toBeGreaterThan(before);
      expect(phase - before).toBeLessThan(0.02 * 5);
      before = phase;
    }
  });

  it("gives the same movements for the same seed", () => {
    const record = (): number[] => {
      const body = wandering(gesture);
      return Array.from({ length: 50 }, (_, i) => [...body.poseAt(START + i * 70_000).accelMps2]).flat();
    };
    expect(record()).toEqual(record());
  });
});

describe("gestures", () => {
  it("hit the drum with 1.5 to 4 g, once a cycle", () => {
    const body = createMover({ gesture: drum, random: createRandom(2), tStartMicros: START });
    const onsets: number[] = [];
    body.onOnset = (t) => onsets.push(t);
    body.poseAt(START + 10e6);
    expect(onsets.length).toBeGreaterThan(14);
    for (const onset of onsets.slice(-5)) {
      const peak = Math.max(...Array.from({ length: 60 }, (_, i) => body.poseAt(onset + i * 500).accelMps2[2] ?? 0));
      expect(peak / 9.81).toBeGreaterThan(1.5);
      expect(peak / 9.81).toBeLessThan(4);
    }
  });

  it("raise the forearm through 30 to 60 degrees in a breath, and sink longer than they rise", () => {
    const body = createMover({ gesture: breath, random: createRandom(2), tStartMicros: START, startPhase: 0 });
    const pitch = Array.from({ length: 1000 }, (_, i) => -(body.poseAt(START + i * 10_000).anglesRad[1] ?? 0));
    const range = ((Math.max(...pitch) - Math.min(...pitch)) * 180) / Math.PI;
    expect(range).toBeGreaterThan(30);
    expect(range).toBeLessThan(60);
    expect(pitch.indexOf(Math.max(...pitch))).toBeLessThan(500);
  });

  it("shrink as the tempo rises", () => {
    const width = (tempoHz: number): number => {
      const body = createMover({ gesture: armSwing, random: createRandom(2), tStartMicros: START, tempoHz });
      const x = Array.from({ length: 500 }, (_, i) => body.poseAt(START + 5e6 + i * 10_000).positionM[0] ?? 0);
      return Math.max(...x) - Math.min(...x);
    };
    expect(width(2) / width(1)).toBeGreaterThan(0.4);
    expect(width(2) / width(1)).toBeLessThan(0.6);
  });

  it("look back exactly while the past is a few cycles old", () => {
    const [asked, ahead] = [wandering(sway), wandering(sway)];
    ahead.phaseAt(START + 10e6);
    for (const t of [START + 8e6, START + 9.2e6]) expect(ahead.phaseAt(t)).toBe(asked.phaseAt(t));
  });
});
