import { describe, expect, it } from "vitest";
import {
  circularSummary,
  laggedCorrelation,
  mulberry32,
  rayleighP,
  residualAsynchronies,
  trialPhaseCorrection,
} from "../src/index.ts";
import { normals } from "./people.ts";

const normal = normals(mulberry32(17));

interface Tapper {
  readonly alpha: number;
  readonly motorMs: number;
  readonly taps: number;
  /** What moves the timekeeper besides its own noise, ms. */
  readonly heardMs?: (beat: number) => number;
}

/** The model itself: timekeeper noise of 20 ms, taps 30 ms early. */
const tapping = ({ alpha, motorMs, taps, heardMs = () => 0 }: Tapper): Float64Array => {
  const out = new Float64Array(taps);
  let asynchrony = 0;
  let motor = motorMs * normal();
  for (let n = -20; n < taps; n++) {
    const next = motorMs * normal();
    asynchrony = (1 - alpha) * asynchrony + 20 * normal() + heardMs(n) + next - motor;
    motor = next;
    if (n >= 0) out[n] = asynchrony - 30;
  }
  return out;
};

const meanAlpha = (runs: number, trials: () => readonly Float64Array[]): number => {
  let sum = 0;
  for (let run = 0; run < runs; run++) sum += trialPhaseCorrection(trials()) ?? NaN;
  return sum / runs;
};

describe("phase correction", () => {
  it.each([0.1, 0.3, 0.5, 0.7, 0.9])("%d is recovered through motor noise, from a long trial", (alpha) => {
    expect(Math.abs(meanAlpha(5, () => [tapping({ alpha, motorMs: 6, taps: 500 })]) - alpha)).toBeLessThan(0.05);
  });

  it.each([0.3, 0.7])("%d is recovered from four short trials of different means", (alpha) => {
    const trials = (): Float64Array[] =>
      [0, 40, -25, 90].map((shift) => tapping({ alpha, motorMs: 6, taps: 40 }).map((value) => value + shift));
    expect(Math.abs(meanAlpha(8, trials) - alpha)).toBeLessThan(0.08);
  });

  it("does not see the unit, the mean, or where a missed tap breaks the series", () => {
    const taps = tapping({ alpha: 0.4, motorMs: 6, taps: 200 });
    const alpha = trialPhaseCorrection([taps]) ?? NaN;
    expect(trialPhaseCorrection([taps.map((value) => 50 + 0.001 * value)])).toBeCloseTo(alpha, 6);
    const broken = taps.slice();
    broken[100] = NaN;
    expect(trialPhaseCorrection([broken])).toBe(trialPhaseCorrection([taps.slice(0, 100), taps.slice(101)]));
  });

  it.each([
    ["nothing", []],
    ["seven taps", [tapping({ alpha: 0.5, motorMs: 6, taps: 7 })]],
    ["taps on the beat", [new Float64Array(50)]],
    ["pairs only", Array.from({ length: 20 }, () => Float64Array.of(1, 2))],
  ])("%s have none", (_, trials) => {
    expect(trialPhaseCorrection(trials)).toBeUndefined();
  });

  it("residuals of two who hear each other agree a beat later, of strangers not", () => {
    const a = tapping({ alpha: 0.3, motorMs: 3, taps: 600 });
    const stranger = tapping({ alpha: 0.4, motorMs: 3, taps: 600 });
    const listener = tapping({
      alpha: 0.4,
      motorMs: 3,
      taps: 600,
      heardMs: (n) => 0.7 * ((a[n - 1] ?? -30) - 0.7 * (a[n - 2] ?? -30) + 9),
    });
    const shared = (one: Float64Array, other: Float64Array): Float64Array =>
      laggedCorrelation(residualAsynchronies(one), residualAsynchronies(other), 3);
    const overLags = shared(a, listener);
    expect(overLags.indexOf(Math.max(...overLags))).toBe(4);
    expect(Math.max(...overLags)).toBeGreaterThan(0.3);
    expect(Math.max(...shared(a, stranger))).toBeLessThan(0.2);
    expect(shared(a, new Float64Array(600)).every(Number.isNaN)).toBe(true);
  });

  it("residuals of an exact correction are its noise, a missed beat takes two with it", () => {
    const noise = Float64Array.from({ length: 4000 }, normals(mulberry32(11)));
    const taps = new Float64Array(noise.length);
    for (let n = 1; n < taps.length; n++) taps[n] = 0.6 * (taps[n - 1] ?? 0) + (noise[n] ?? 0);
    taps.forEach((value, n) => (taps[n] = value - 40));
    taps[100] = NaN;
    const residuals = residualAsynchronies(taps);
    expect([0, 100, 101].every((n) => Number.isNaN(residuals[n]))).toBe(true);
    const off = residuals.map((value, n) => Math.abs(value - (noise[n] ?? 0))).filter(Number.isFinite);
    expect(off).toHaveLength(noise.length - 3);
    expect(Math.max(...off)).toBeLessThan(0.2);
  });
});

describe("angles", () => {
  it("all alike, evenly spread, and none", () => {
    expect(circularSummary([7, 7, 7])?.resultant).toBeCloseTo(1, 12);
    expect(circularSummary([7, 7, 7])?.rayleighZ).toBeCloseTo(3, 12);
    expect(circularSummary([7, 7, 7])?.meanRad).toBeCloseTo(7 - 2 * Math.PI, 12);
    expect(circularSummary([0, Math.PI, NaN])?.resultant).toBeCloseTo(0, 12);
    expect(circularSummary([NaN])).toBeUndefined();
  });

  it("Rayleigh: angles from nowhere give p below .05 in one case of twenty", () => {
    const random = mulberry32(3);
    let low = 0;
    for (let run = 0; run < 2000; run++) {
      const found = circularSummary(Array.from({ length: 12 }, () => 2 * Math.PI * random()));
      if (found !== undefined && rayleighP(found) < 0.05) low++;
    }
    expect(low / 2000).toBeGreaterThan(0.035);
    expect(low / 2000).toBeLessThan(0.065);
  });
});
