import { describe, expect, it } from "vitest";
import { mulberry32, rankP } from "../src/index.ts";
import { PhaseTest } from "../src/internal/phase-test.ts";
import { Steadiness } from "../src/internal/steadiness.ts";
import { disturbed, type Disturbance } from "./disturbed.ts";
import { ksDistance, ksLimit } from "./ks.ts";
import { at, correctingBeats, mover, normals, recorded, scorerFor } from "./people.ts";
import { walker } from "./walker.ts";

const SURROGATES = 99;
/** The bench runs the whole way from samples to p, and more of it. */
const RUNS = 500;

describe("p of strangers as the null assumes them is uniform", () => {
  it.each([
    [2, 1.7, 0.01, false],
    [2, 0.5, 0.05, true],
    [6, 1, 0.03, false],
  ])("%i members, %f Hz, timing noise %f, holes %s", { timeout: 180_000 }, (members, tempoHz, noise, holes) => {
    const random = mulberry32(5 + members);
    const normal = normals(random);
    const p: Record<"aligned" | "steady", number[]> = { aligned: [], steady: [] };
    for (let run = 0; run < RUNS; run++) {
      const tracks = Array.from({ length: members }, () => walker(tempoHz, noise, holes, random, normal));
      const test = new PhaseTest(tracks, { from: 0, to: 750 }, SURROGATES, 32, 0.03);
      for (let k = 0; k < members; k++) test.prepare(k);
      test.observe();
      for (let s = 0; s < SURROGATES; s++) test.draw(s, random);
      // A rank lies anywhere within its step.
      const within = random() / (SURROGATES + 1);
      p.aligned.push(rankP(test.observed.unbiasedR2, test.aligned, SURROGATES) - within);
      p.steady.push(rankP(test.observedSteady, test.steady, SURROGATES) - within);
    }
    expect(ksDistance(p.aligned)).toBeLessThan(ksLimit(RUNS));
    expect(ksDistance(p.steady)).toBeLessThan(ksLimit(RUNS));
  });
});

describe("the likelihood ratio of correction against drift", () => {
  const normal = normals(mulberry32(3));
  const points = 60;
  const noise = Float64Array.from({ length: points }, () => 0.3 * normal());
  const walk = noise.map(
    (
      (sum) => (step) =>
        (sum += step)
    )(0),
  );
  const ratio = (a: Float64Array, b: Float64Array) =>
    new Steadiness(points).logRatio(Float64Array.of(...a, ...b), 2, 1, 1, 0.03);
  const still = new Float64Array(points);

  it("is large for noise about an offset, and small for a walk and for a drift", () => {
    expect(ratio(noise, still)).toBeGreaterThan(5);
    expect(ratio(walk, still)).toBeLessThan(0);
    expect(
      ratio(
        noise.map((n, i) => n / 3 + 0.1 * i),
        still,
      ),
    ).toBeLessThan(-5);
  });

  it("sees neither an offset, nor what both do together, nor which of them is which", () => {
    const offset = noise.map((n) => n + 2);
    const swayed = noise.map((n, i) => n + Math.sin(i));
    const sway = still.map((_, i) => Math.sin(i));
    for (const same of [ratio(offset, still), ratio(swayed, sway), ratio(still, noise)])
      expect(same).toBeCloseTo(ratio(noise, still), 6);
  });
});

describe("what is known of simulated groups", () => {
  it("the score rises with how much people take back", { timeout: 180_000 }, () => {
    const means = [0, 0.05, 0.3].map((alpha) => {
      const random = mulberry32(17);
      const normal = normals(random);
      let sum = 0;
      for (let run = 0; run < 2; run++) {
        const beats = correctingBeats(1.7, 45, normal, { members: 4, alpha, tempoSpread: 0.02, random });
        const scorer = recorded(
          beats.map((b) => mover(b, 45, normal)),
          45,
        );
        sum += scorer.scoreWindow(at(8), at(40), { shifts: 19 }).observed ?? 0;
      }
      return sum / 2;
    });
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect((means[2] ?? 0) - (means[0] ?? 0)).toBeGreaterThan(0.5);
  });

  it.each<Disturbance>(["none", "dropout", "clock jumps", "skew", "rates"])(
    "a lead of 60 ms is found to 10 ms: %s",
    (kind) => {
      const random = mulberry32(23);
      const normal = normals(random);
      const seconds = 40;
      const scorer = scorerFor(4);
      for (const [k, meanS] of [-0.06, 0, 0, 0].entries()) {
        // 10 ms of noise a beat: 30 s of them give the mean to less than 2 ms.
        const beats = Array.from({ length: 1.5 * seconds + 8 }, (_, b) => (b - 4) / 1.5 + meanS + 0.01 * normal());
        const samples = mover(beats, seconds, normal);
        const { tMicros, accelG } = k === 1 ? disturbed(samples, kind, random) : samples;
        scorer.pushSamples(k, tMicros, accelG, tMicros.length);
      }
      scorer.advance(at(seconds));
      const leads = scorer.reading().members.map((m) => (m.leadMicros ?? NaN) / 1000);
      const others = ((leads[1] ?? NaN) + (leads[2] ?? NaN) + (leads[3] ?? NaN)) / 3;
      expect(Math.abs((leads[0] ?? NaN) - others - 60)).toBeLessThan(10);
    },
  );
});
