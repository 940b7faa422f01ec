import type { RecordingScore, ScoredWindow } from "@entrain/session";
import { scoreText } from "../words.ts";
import { BARS_HEIGHT, BARS_TOP, PLOT_LEFT, PLOT_RIGHT, type TimeScale } from "./layout.ts";
import { INK, QUIET_INK, RULE, VERDICT_INK } from "./palette.ts";
import { element, label } from "./xml.ts";

const BAR_MAX_PX = 40;
const NUMBER_MIN_PX = 30;
const BOTTOM = BARS_TOP + BARS_HEIGHT;
/** Room for the number above a full bar. */
const HEADROOM = 18;

const yOf = (agreement: number): number => BOTTOM - Math.max(0, Math.min(1, agreement)) * (BARS_HEIGHT - HEADROOM);

const bar = ({ startS, endS, verdict, score, chance }: ScoredWindow, x: TimeScale): string => {
  const wide = x(endS) - x(startS);
  const middle = (x(startS) + x(endS)) / 2;
  if (score === null || chance === null) {
    return wide < NUMBER_MIN_PX
      ? ""
      : label("–", { x: middle, y: BOTTOM - 6, "text-anchor": "middle", class: "small", fill: QUIET_INK });
  }
  const half = Math.min(BAR_MAX_PX, wide * 0.6) / 2;
  // The score undone: what was observed stands on the same scale as what chance gives.
  const top = yOf(chance + score * (1 - chance));
  const floor = yOf(chance);
  const overhang = Math.min(5, wide * 0.15);
  return (
    element("rect", {
      x: middle - half,
      y: top,
      width: 2 * half,
      height: BOTTOM - top,
      rx: 2,
      fill: VERDICT_INK[verdict],
      "fill-opacity": "0.78",
    }) +
    element("line", {
      x1: middle - half - overhang,
      x2: middle + half + overhang,
      y1: floor,
      y2: floor,
      stroke: "#ffffff",
      "stroke-width": 4.5,
    }) +
    element("line", {
      x1: middle - half - overhang,
      x2: middle + half + overhang,
      y1: floor,
      y2: floor,
      stroke: INK,
      "stroke-width": 2,
    }) +
    (wide < NUMBER_MIN_PX
      ? ""
      : label(scoreText(score), {
          x: middle,
          y: Math.min(top, floor) - 6,
          "text-anchor": "middle",
          class: "small",
          fill: VERDICT_INK[verdict],
        }))
  );
};

/** A bar a window: how alike the members moved, and the mark that chance reaches. */
export const scoreBars = ({ windows }: RecordingScore, x: TimeScale): string =>
  label("score", { x: 36, y: BARS_TOP + 44, class: "small" }) +
  label("of each window", { x: 36, y: BARS_TOP + 60, class: "small" }) +
  [0, 1].map((a) => label(String(a), { x: PLOT_RIGHT + 8, y: yOf(a) + 4, class: "small" })).join("") +
  element("line", { x1: PLOT_LEFT, x2: PLOT_RIGHT, y1: yOf(1), y2: yOf(1), stroke: RULE, "stroke-dasharray": "2 3" }) +
  element("line", { x1: PLOT_LEFT, x2: PLOT_RIGHT, y1: BOTTOM, y2: BOTTOM, stroke: RULE }) +
  windows.map((window) => bar(window, x)).join("");
