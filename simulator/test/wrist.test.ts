import { describe, expect, it } from "vitest";
import { armSwing, createMover, createStill, drum, sway, type Body } from "../src/body/index.ts";
import { createRandom } from "../src/random/index.ts";
import {
  createIdentity,
  createWrist,
  IDEAL_SENSOR,
  KX023,
  LSM6DS3TRC,
  MPU6050,
  randomMounting,
  rotationOfQuaternion,
  type SensorSpec,
  type WristOpts,
} from "../src/wrist/index.ts";

const START = 123_456_789;
const RATE_HZ = 104;

const table = (): Body => createStill({ random: createRandom(1), tremorG: 0, driftScale: 0 });
const steady = { timekeeperSdRatio: 0, motorSdMicros: 0, wanderSdRatio: 0 };

const record = (opts: Partial<WristOpts>, count: number): { g: number[][]; dps: number[][] } => {
  const wrist = createWrist({
    body: table(),
    mounting: createIdentity(),
    sensor: IDEAL_SENSOR,
    random: createRandom(5),
    ...opts,
  });
  const [outG, outDps] = [new Float64Array(3), new Float64Array(3)];
  const [g, dps]: [number[][], number[][]] = [[], []];
  for (let i = 0; i < count; i++) {
    wrist.sample(START + (i * 1e6) / RATE_HZ, outG, outDps);
    g.push([...outG]);
    dps.push([...outDps]);
  }
  return { g, dps };
};
const column = (rows: readonly number[][], axis: number): number[] => rows.map((row) => row[axis] ?? NaN);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
/** Power at one frequency (Goertzel's question, asked directly). */
const powerAt = (values: readonly number[], hz: number): number => {
  let [re, im] = [0, 0];
  const centre = mean(values);
  values.forEach((v, i) => {
    const angle = (2 * Math.PI * hz * i) / RATE_HZ;
    re += (v - centre) * Math.cos(angle);
    im += (v - centre) * Math.sin(angle);
  });
  return re * re + im * im;
};
const peakHz = (values: readonly number[]): number => {
  const candidates = Array.from({ length: 118 }, (_, i) => 0.15 + i * 0.05);
  const powers = candidates.map((hz) => powerAt(values, hz));
  return candidates[powers.indexOf(Math.max(...powers))] ?? NaN;
};

describe("a wrist at rest", () => {
  it("feels exactly 1 g upwards and no turning", () => {
    const { g, dps } = record({}, 1);
    expect(g).toEqual([[0, 0, 1]]);
    expect(dps).toEqual([[0, 0, 0]]);
  });

  it("feels 1 g whichever way it is strapped on", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { g } = record({ mounting: randomMounting(createRandom(seed)) }, 1);
      expect(Math.hypot(...(g[0] ?? []))).toBeCloseTo(1, 12);
    }
  });

  it("feels 1 g within noise and offset through a real sensor, and a still wearer adds a few mg", () => {
    for (const sensor of [LSM6DS3TRC, KX023, MPU6050]) {
      const body = createStill({ random: createRandom(3) });
      const { g } = record({ body, sensor, mounting: randomMounting(createRandom(4)) }, 1000);
      const lengths = g.map((v) => Math.hypot(...v));
      expect(Math.abs(mean(lengths) - 1)).toBeLessThan(4 * sensor.accelG.offsetSd);
      const rms = Math.sqrt(mean(lengths.map((v) => (v - mean(lengths)) ** 2)));
      expect(rms).toBeLessThan(0.002 + 1.2 * sensor.accelG.noiseSd);
      expect(rms).toBeGreaterThan(0.8 * sensor.accelG.noiseSd);
    }
  });
});

describe("mountings", () => {
  it("are rotations, spread evenly: no direction is favoured", () => {
    const random = createRandom(8);
    const sum = new Float64Array(9);
    for (let i = 0; i < 4000; i++) {
      const m = randomMounting(random);
      const rows = [m.subarray(0, 3), m.subarray(3, 6), m.subarray(6, 9)] as const;
      expect(Math.hypot(...rows[0])).toBeCloseTo(1, 10);
      expect(rows[0].reduce((dot, v, k) => dot + v * (rows[1][k] ?? NaN), 0)).toBeCloseTo(0, 10);
      m.forEach((v, k) => (sum[k] = (sum[k] ?? 0) + v / 4000));
    }
    expect(Math.max(...sum.map(Math.abs))).toBeLessThan(0.05);
  });

  it("turn a quarter about z as they should", () => {
    const quarter = rotationOfQuaternion(Math.SQRT1_2, 0, 0, Math.SQRT1_2);
    expect([...quarter].map((v) => Math.round(v))).toEqual([0, -1, 0, 1, 0, 0, 0, 0, 1]);
  });
});

describe("a moving wrist", () => {
  it("shows 1 Hz where an arm swings at 1 Hz, on the accelerometer and on the gyroscope", () => {
    const body = createMover({ gesture: armSwing, random: createRandom(2), tStartMicros: START, steadiness: steady });
    const { g, dps } = record({ body }, 20 * RATE_HZ);
    expect(peakHz(column(g, 0))).toBeCloseTo(1, 5);
    expect(peakHz(column(dps, 1))).toBeCloseTo(1, 5);
    // Forearm outwards: the pull of the circle comes twice a swing.
    expect(peakHz(column(g, 2))).toBeCloseTo(2, 5);
    expect(Math.max(...column(dps, 1))).toBeGreaterThan(130);
    expect(Math.max(...column(dps, 1))).toBeLessThan(220);
  });

  it("has rates whose integral is the turning that gravity shows", () => {
    const body = createMover({ gesture: sway, random: createRandom(2), tStartMicros: START });
    const { dps } = record({ body }, 10 * RATE_HZ);
    const turnedDeg = column(dps, 0).reduce((sum, rate) => sum + rate / RATE_HZ, 0);
    const roll = (t: number): number => ((body.poseAt(t).anglesRad[0] ?? NaN) * 180) / Math.PI;
    const end = roll(START + 10e6);
    const again = createMover({ gesture: sway, random: createRandom(2), tStartMicros: START });
    const begin = ((again.poseAt(START).anglesRad[0] ?? NaN) * 180) / Math.PI;
    expect(Math.abs(turnedDeg - (end - begin))).toBeLessThan(0.2);
  });

  it("sways gently: about a tenth of g, and far from free fall", () => {
    const body = createMover({ gesture: sway, random: createRandom(2), tStartMicros: START });
    const sideways = column(record({ body }, 20 * RATE_HZ).g, 1);
    expect(Math.max(...sideways)).toBeGreaterThan(0.06);
    expect(Math.max(...sideways)).toBeLessThan(0.2);
  });
});

describe("a sensor", () => {
  const coarse: SensorSpec = {
    name: "coarse",
    accelG: { range: 2, lsb: 1 / 64, noiseSd: 0.01, offsetSd: 0 },
    gyroDps: { range: 125, lsb: 0.5, noiseSd: 0, offsetSd: 0 },
  };
  const drummer = (): Body => createMover({ gesture: drum, random: createRandom(2), tStartMicros: START, vigour: 2 });

  it("saturates at its range and reads in whole steps", () => {
    const { g, dps } = record({ body: drummer(), sensor: coarse }, 10 * RATE_HZ);
    expect(Math.max(...g.flat())).toBe(2 - 1 / 64);
    expect(Math.min(...g.flat())).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...dps.flat().map(Math.abs))).toBeLessThanOrEqual(125);
    expect(g.flat().every((v) => Number.isInteger(v * 64))).toBe(true);
    expect(dps.flat().every((v) => Number.isInteger(v * 2))).toBe(true);
  });

  it("reads zero rates where it has no gyroscope", () => {
    expect(
      record({ body: drummer(), sensor: KX023 }, 50)
        .dps.flat()
        .every((v) => v === 0),
    ).toBe(true);
  });

  it("feels the motor on its own board", () => {
    const motor = {
      vibrationG: (_t: number, out: Float64Array) => {
        out.set([0.5, 0, -0.25]);
      },
    };
    expect(record({ motor }, 1).g).toEqual([[0.5, 0, 0.75]]);
  });

  it("gives the same bytes for the same seed", () => {
    const run = () => record({ body: drummer(), sensor: LSM6DS3TRC, mounting: randomMounting(createRandom(1)) }, 200);
    expect(run()).toEqual(run());
  });
});
