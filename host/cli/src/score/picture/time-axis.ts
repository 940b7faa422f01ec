import { clockText } from "../text.ts";
import { PLOT_LEFT, PLOT_RIGHT, PLOT_WIDTH, type TimeScale } from "./layout.ts";
import { QUIET_INK, RULE } from "./palette.ts";
import { element, label } from "./xml.ts";

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const MIN_GAP_PX = 64;

const stepFor = (durationS: number): number =>
  STEPS_S.find((s) => (s / Math.max(durationS, 1)) * PLOT_WIDTH >= MIN_GAP_PX) ?? 14400;

/** Whole steps of minutes and seconds. */
export const ticksOf = (durationS: number): readonly number[] => {
  const step = stepFor(durationS);
  return Array.from({ length: Math.floor(durationS / step) + 1 }, (_, k) => k * step);
};

export const timeAxis = (durationS: number, x: TimeScale, y: number): string => {
  const ticks = ticksOf(durationS).map(
    (tS) =>
      element("line", { x1: x(tS), x2: x(tS), y1: y, y2: y + 6, stroke: QUIET_INK }) +
      label(clockText(tS), { x: x(tS), y: y + 21, "text-anchor": "middle", class: "small" }),
  );
  const line = element("line", { x1: PLOT_LEFT, x2: PLOT_RIGHT, y1: y, y2: y, stroke: RULE });
  return line + ticks.join("") + label("min:s", { x: PLOT_LEFT - 28, y: y + 21, "text-anchor": "end", class: "small" });
};
