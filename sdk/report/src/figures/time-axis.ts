import { clockText } from "../text/clock-text.ts";
import { element, label } from "./svg.ts";

export const WIDTH = 720;
export const LEFT = 44;
export const RIGHT = 708;
const PLOT = RIGHT - LEFT;

/** Seconds to pixels. */
export type TimeScale = (tS: number) => number;

export const timeScale = (durationS: number): TimeScale => {
  const perS = PLOT / Math.max(durationS, 1);
  return (tS) => LEFT + Math.max(0, Math.min(PLOT, tS * perS));
};

const STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const MIN_GAP_PX = 62;

/** Whole steps of minutes and seconds. */
const ticksOf = (durationS: number): readonly number[] => {
  const step = STEPS_S.find((s) => (s / Math.max(durationS, 1)) * PLOT >= MIN_GAP_PX) ?? 14_400;
  return Array.from({ length: Math.floor(durationS / step) + 1 }, (_, k) => k * step);
};

/** A line with minutes and seconds below it. */
export const timeAxis = (durationS: number, y: number): string => {
  const x = timeScale(durationS);
  const ticks = ticksOf(durationS).map(
    (tS) =>
      element("line", { x1: x(tS), x2: x(tS), y1: y, y2: y + 5, class: "axis" }) +
      label(clockText(tS), { x: x(tS), y: y + 18, "text-anchor": "middle", class: "quiet" }),
  );
  return element("line", { x1: LEFT, x2: RIGHT, y1: y, y2: y, class: "axis" }) + ticks.join("");
};
