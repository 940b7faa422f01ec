import type { Timeline, Who } from "@entrain/pacing";

/** Pulses of one part of the group over the whole exercise. */
export interface Lane {
  readonly who: Who;
  /** Times in seconds, and strength, [0, 1]. */
  readonly pulses: readonly (readonly [s: number, strength: number])[];
}

/** So many ticks a lane are seen apart; more would only be a block. */
const MOST_TICKS = 1500;
const MICROS = 1e6;
const FULL = 255;

/** A lane for each part that is named anywhere, in the order in which they come up. */
export const lanesOf = ({ steps }: Timeline): readonly Lane[] => {
  const whos = [...new Set(steps.flatMap(({ lanes }) => lanes.map(({ who }) => who)))];
  return whos.map((who) => {
    const all = steps.flatMap(({ lanes }) => lanes.filter((lane) => lane.who === who).flatMap(({ pulses }) => pulses));
    const every = Math.ceil(all.length / MOST_TICKS);
    return {
      who,
      pulses: all.filter((_, i) => i % every === 0).map(({ tMicros, strength }) => [tMicros / MICROS, strength / FULL]),
    };
  });
};

/** Minutes and seconds. */
export const clock = (micros: number): string => {
  const seconds = Math.round(micros / MICROS);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
};
