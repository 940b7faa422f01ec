import type { RecordingScore, ScoredWindow } from "@entrain/session";
import { clockText } from "../text.ts";
import { VERDICT_WORDS } from "../words.ts";
import { ORDER_HEIGHT, ORDER_TOP, PLOT_LEFT, PLOT_RIGHT, type TimeScale } from "./layout.ts";
import { ORDER_LINE, QUIET_INK, RULE, VERDICT_FILL, VERDICT_INK } from "./palette.ts";
import { runsOf, thinned } from "./thinned.ts";
import { unrelatedOrder } from "./unrelated-order.ts";
import { element, label, px, xml } from "./xml.ts";

const BAND_LABEL_PX = 74;
const BOTTOM = ORDER_TOP + ORDER_HEIGHT;
/** Room above the line for the names of the verdicts. */
const HEADROOM = 24;

const yOf = (order: number): number => BOTTOM - Math.max(0, Math.min(1, order)) * (ORDER_HEIGHT - HEADROOM);

const windowTip = ({ startS, endS, verdict, reason }: ScoredWindow): string =>
  `${clockText(startS)} to ${clockText(endS)}: ${VERDICT_WORDS[verdict]}${reason === undefined ? "" : `, ${reason}`}`;

const band = (window: ScoredWindow, x: TimeScale): string => {
  const left = x(window.startS);
  const wide = x(window.endS) - left;
  const tip = element("title", {}, xml(windowTip(window)));
  const attributes = {
    x: left,
    y: ORDER_TOP,
    width: Math.max(0.5, wide - (wide > 6 ? 2 : 0)),
    height: ORDER_HEIGHT,
    fill: VERDICT_FILL[window.verdict],
  };
  const words =
    wide < BAND_LABEL_PX
      ? ""
      : label(VERDICT_WORDS[window.verdict], {
          x: left + (wide - 2) / 2,
          y: ORDER_TOP + 16,
          "text-anchor": "middle",
          class: "small",
          fill: VERDICT_INK[window.verdict],
        });
  return element("rect", attributes, tip) + words;
};

const line = ({ trace }: RecordingScore, x: TimeScale): string => {
  const runs = runsOf(thinned(trace), ({ orderParameter }) => orderParameter !== null);
  const d = runs
    .map((run) => `M${run.map(({ tS, orderParameter }) => `${px(x(tS))} ${px(yOf(orderParameter ?? 0))}`).join("L")}`)
    .join("");
  return d === ""
    ? ""
    : element("path", { d, fill: "none", stroke: ORDER_LINE, "stroke-width": 1.8, "stroke-linejoin": "round" });
};

/** The order parameter over time, upon each window's verdict. */
export const groupPanel = (score: RecordingScore, x: TimeScale): string => {
  const chance = unrelatedOrder(score.members.length);
  const rule = (order: number): string =>
    element("line", {
      x1: PLOT_LEFT,
      x2: PLOT_RIGHT,
      y1: yOf(order),
      y2: yOf(order),
      stroke: order === chance ? QUIET_INK : RULE,
      "stroke-dasharray": order === chance ? "4 4" : "none",
    });
  const number = (order: number): string =>
    label(String(Number(order.toFixed(2))), { x: PLOT_RIGHT + 8, y: yOf(order) + 4, class: "small" });
  const grid = [0, chance, 1].map((order) => rule(order) + number(order));
  const titles =
    label("Group", { x: 36, y: ORDER_TOP + 32, class: "name" }) +
    label("order parameter,", { x: 36, y: ORDER_TOP + 52, class: "small" }) +
    label(`last ${String(score.windowS)} s`, { x: 36, y: ORDER_TOP + 68, class: "small" });
  return titles + score.windows.map((window) => band(window, x)).join("") + grid.join("") + line(score, x);
};
