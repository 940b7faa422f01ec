import type { Random } from "../random/index.ts";
import { radians } from "./gesture.ts";
import type { Pose } from "./pose.ts";

const LINES = 6;
const SHORTEST_S = 2;
const LONGEST_S = 300;
/** Amplitude of the slowest line. */
const SLOWEST_RAD = radians(1.5);
/** Slow sways are wide, quick ones small: nearly in proportion to their period, as in a 1/f spectrum. */
const STEEPNESS = 0.9;

const randomLine = (random: Random, index: number, scale: number) => {
  const place = (index + random.uniform()) / LINES;
  const periodS = SHORTEST_S * (LONGEST_S / SHORTEST_S) ** place;
  const amplitudeRad = scale * SLOWEST_RAD * (periodS / LONGEST_S) ** STEEPNESS;
  const heading = 2 * Math.PI * random.uniform();
  return {
    periodS,
    start: random.uniform(),
    rollRad: amplitudeRad * Math.cos(heading),
    pitchRad: amplitudeRad * Math.sin(heading),
  };
};

/**
 * A resting arm is never quite still: it settles, and it breathes. Adds slow tilts of up to some degrees over minutes,
 * and of hundredths of a degree over seconds, to a pose.
 *
 * @param scale - 1 for an arm at ease, 0 for none
 */
export const createPostureDrift = (random: Random, scale = 1): ((tMicros: number, out: Pose) => void) => {
  const lines = Array.from({ length: LINES }, (_, index) => randomLine(random, index, scale));
  return (tMicros, { anglesRad, angleRatesRadps }) => {
    for (const { periodS, start, rollRad, pitchRad } of lines) {
      const cycles = tMicros / 1e6 / periodS + start;
      const angle = 2 * Math.PI * (cycles - Math.floor(cycles));
      const swing = Math.sin(angle);
      const swingRate = ((2 * Math.PI) / periodS) * Math.cos(angle);
      anglesRad[0] = (anglesRad[0] ?? 0) + rollRad * swing;
      anglesRad[1] = (anglesRad[1] ?? 0) + pitchRad * swing;
      angleRatesRadps[0] = (angleRatesRadps[0] ?? 0) + rollRad * swingRate;
      angleRatesRadps[1] = (angleRatesRadps[1] ?? 0) + pitchRad * swingRate;
    }
  };
};
