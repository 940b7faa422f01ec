import { at, type Samples } from "./people.ts";

/** What a recording may have suffered. */
export type Disturbance = "none" | "dropout" | "clock jumps" | "skew" | "rates";

const kept = ({ tMicros, accelG }: Samples, keep: (i: number, s: number) => boolean): Samples => {
  const rows = [...tMicros.keys()].filter((i) => keep(i, ((tMicros[i] ?? 0) - at(0)) / 1e6));
  return {
    tMicros: Float64Array.from(rows, (i) => tMicros[i] ?? 0),
    accelG: Float64Array.from(rows.flatMap((i) => [...accelG.subarray(3 * i, 3 * i + 3)])),
  };
};

/**
 * One member's samples with: a hole of 3 s every 40 s and one sample in twenty missing; a clock that jumps by a second and
 * back; a clock 100 ppm fast and 5 ms late; 25 samples a second instead of 50.
 */
export const disturbed = (samples: Samples, kind: Disturbance, random: () => number): Samples => {
  if (kind === "dropout") return kept(samples, (_, s) => (s + 20) % 40 > 3 && random() > 0.05);
  if (kind === "rates") return kept(samples, (i) => i % 2 === 0);
  if (kind === "skew") {
    return { ...samples, tMicros: samples.tMicros.map((t) => at(0) + (t - at(0)) * 1.0001 + 5000) };
  }
  if (kind === "clock jumps") {
    return { ...samples, tMicros: samples.tMicros.map((t, i) => (i % 41 === 20 ? t + (i % 2 === 0 ? 1e6 : -1e6) : t)) };
  }
  return samples;
};
