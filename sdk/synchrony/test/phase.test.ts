import { describe, expect, it } from "vitest";
import { mulberry32, wrapRad } from "../src/index.ts";
import { at, normals, sampled, scorerFor } from "./people.ts";

/** Error of the live phase against the truth each 40 ms, from `fromS` on: circular mean and SD, degrees. */
const liveError = (
  phaseAt: (s: number) => number,
  seconds: number,
  fromS: number,
  noiseG: number,
): { mean: number; sd: number } => {
  const normal = normals(mulberry32(12));
  const scorer = scorerFor(1);
  const person = sampled(seconds, 100, (s) => {
    const rad = phaseAt(s);
    return [
      0.2 * Math.cos(rad) + 0.05 * Math.cos(2 * rad + 1) + noiseG * normal(),
      noiseG * normal(),
      1 + noiseG * normal(),
    ];
  });
  scorer.pushSamples(0, person.tMicros, person.accelG, person.tMicros.length);
  let [re, im, count] = [0, 0, 0];
  for (let s = fromS; s < seconds; s += 0.04) {
    scorer.advance(at(s));
    const reading = scorer.reading();
    const phaseRad = reading.members[0]?.phaseRad;
    if (phaseRad === undefined) continue;
    const error = wrapRad(phaseRad - phaseAt((reading.tMicros - at(0)) / 1e6));
    re += Math.cos(error);
    im += Math.sin(error);
    count++;
  }
  const resultant = Math.hypot(re, im) / count;
  return { mean: (Math.atan2(im, re) * 180) / Math.PI, sd: (Math.sqrt(-2 * Math.log(resultant)) * 180) / Math.PI };
};

describe("live phase", () => {
  it.each([0.3, 0.8, 1.7, 3.1])("at a steady %f Hz has no bias and little spread", (tempoHz) => {
    const { mean, sd } = liveError((s) => 2 * Math.PI * tempoHz * s, 60, 30, 0.02);
    expect(Math.abs(mean)).toBeLessThan(3);
    expect(sd).toBeLessThan(6);
  });

  it("says by how much it is late, and of which time it speaks", () => {
    const scorer = scorerFor(1);
    scorer.advance(at(10));
    const reading = scorer.reading();
    expect(reading.delayMicros).toBeLessThanOrEqual(100_000);
    expect(at(10) - reading.tMicros).toBeLessThan(reading.delayMicros + 40_000);
  });
});
