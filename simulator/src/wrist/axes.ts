import type { Random } from "../random/index.ts";
import type { AxisSpec } from "./sensor.ts";

/** Turns three ideal values into readings, in place. */
export type Axes = (values: Float64Array) => void;

/** Offset and noise, then saturation, then rounding to the nearest step, as in a chip. */
export const createAxes = (spec: AxisSpec, random: Random): Axes => {
  const offsetRandom = random.fork("offset");
  const offsets = Float64Array.from({ length: 3 }, () => spec.offsetSd * offsetRandom.normal());
  // The uppermost code is one step short of the range; the lowermost is the range itself (two's complement).
  const highest = spec.range - spec.lsb;
  return (values) => {
    for (let axis = 0; axis < 3; axis++) {
      const noise = spec.noiseSd === 0 ? 0 : spec.noiseSd * random.normal();
      const felt = (values[axis] ?? 0) + (offsets[axis] ?? 0) + noise;
      const step = spec.lsb === 0 ? felt : Math.round(felt / spec.lsb) * spec.lsb;
      values[axis] = Math.max(-spec.range, Math.min(highest, step));
    }
  };
};
