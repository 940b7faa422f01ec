import type { ReportModel } from "../model/report-model.ts";
import type { WindowModel } from "../model/windows.ts";
import { clockText } from "../text/clock-text.ts";
import { EN } from "../text/en.ts";
import type { Figure } from "./figure.ts";
import { element, label } from "./svg.ts";
import { LEFT, RIGHT, timeAxis, timeScale, type TimeScale, WIDTH } from "./time-axis.ts";
import { xmlText } from "@entrain/recording";

const TOP = 14;
const HEIGHT = 130;
const BOTTOM = TOP + HEIGHT;
const BAR_MAX_PX = 34;

const yOf = (alike: number): number => BOTTOM - Math.max(0, Math.min(1, alike)) * HEIGHT;

const bar = ({ startS, endS, score, chance, together, verdict, reason }: WindowModel, x: TimeScale): string => {
  const middle = (x(startS) + x(endS)) / 2;
  const wide = x(endS) - x(startS);
  const when = `${clockText(startS)}–${clockText(endS)}`;
  if (score === undefined || chance === undefined) {
    const tip = element(
      "title",
      {},
      xmlText(`${when}: ${EN.verdict[verdict]}${reason === undefined ? "" : `, ${reason}`}`),
    );
    return element("circle", { cx: middle, cy: BOTTOM - 4, r: 1.6, class: "open" }, tip);
  }
  const half = Math.min(BAR_MAX_PX, wide * 0.7) / 2;
  // The correction undone: what was seen stands on the scale on which chance has its mark.
  const top = yOf(chance + score * (1 - chance));
  const tip = element("title", {}, xmlText(`${when}: ${together ? EN.window.together : EN.window.open}`));
  const overhang = Math.min(4, wide * 0.12);
  return (
    element(
      "rect",
      { x: middle - half, y: top, width: 2 * half, height: BOTTOM - top, rx: 2, class: together ? "together" : "open" },
      tip,
    ) +
    element("line", {
      x1: middle - half - overhang,
      x2: middle + half + overhang,
      y1: yOf(chance),
      y2: yOf(chance),
      class: "chance",
    })
  );
};

/** How alike the group moved, window by window, with the mark that chance reaches in each. */
export const togetherFigure = ({ windows, durationS, windowS }: ReportModel): Figure => {
  const x = timeScale(durationS);
  const grid = [0, 0.5, 1].map(
    (alike) =>
      element("line", { x1: LEFT, x2: RIGHT, y1: yOf(alike), y2: yOf(alike), class: "rule" }) +
      label(String(alike), { x: LEFT - 8, y: yOf(alike) + 4, "text-anchor": "end", class: "quiet" }),
  );
  return {
    name: "together",
    title: EN.figures.together,
    description: EN.figures.togetherSays(
      windows.length,
      windows.filter(({ together }) => together).length,
      Math.round(windowS),
    ),
    width: WIDTH,
    height: BOTTOM + 28,
    content: grid.join("") + windows.map((window) => bar(window, x)).join("") + timeAxis(durationS, BOTTOM),
  };
};
