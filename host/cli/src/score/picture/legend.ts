import type { Verdict } from "@entrain/synchrony";
import { VERDICT_WORDS } from "../words.ts";
import { PLOT_LEFT } from "./layout.ts";
import { DOT, GREY, INK, ORDER_LINE, QUIET_INK, RULE, VERDICT_FILL, VERDICT_INK } from "./palette.ts";
import { element, label } from "./xml.ts";

const VERDICTS: readonly Verdict[] = ["in-sync", "not-in-sync", "undecided", "withheld"];
const LINE_STEP = 24;
const VERDICT_AT = [0, 92, 216, 328];

const text = (words: string, x: number, y: number): string => label(words, { x, y, class: "small" });

const swatch = (fill: string, x: number, y: number): string =>
  element("rect", { x, y: y - 10, width: 18, height: 12, rx: 2, fill, stroke: RULE });

const barSign = (x: number, y: number): string =>
  element("rect", {
    x: x + 3,
    y: y - 11,
    width: 12,
    height: 13,
    rx: 1,
    fill: VERDICT_INK["in-sync"],
    "fill-opacity": "0.78",
  }) + element("line", { x1: x, x2: x + 18, y1: y - 3, y2: y - 3, stroke: INK, "stroke-width": 2 });

const lineSign = (x: number, y: number): string =>
  element("line", { x1: x, x2: x + 18, y1: y - 4, y2: y - 4, stroke: ORDER_LINE, "stroke-width": 1.8 });

const dotsSign = (x: number, y: number): string =>
  element("path", {
    d: [2, 9, 16].map((dx) => `M${String(x + dx)} ${String(y - 4)}h0`).join(""),
    stroke: DOT,
    "stroke-width": 3.4,
    "stroke-linecap": "round",
  });

/** What the colours and signs mean. */
export const legend = (top: number): string => {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((row) => top + row * LINE_STEP) as [
    number,
    number,
    number,
    number,
  ];
  const verdicts = VERDICTS.map((verdict, k) => {
    const x = PLOT_LEFT + (VERDICT_AT[k] ?? 0);
    return swatch(VERDICT_FILL[verdict], x, first) + text(VERDICT_WORDS[verdict], x + 26, first);
  });
  const x = PLOT_LEFT;
  return [
    label("How to read it", { x: 36, y: first, class: "small", fill: QUIET_INK, "font-weight": "600" }),
    ...verdicts,
    lineSign(x + 436, first) +
      text("order parameter: 1 when all phases are alike; dashed: unrelated ones", x + 462, first),
    barSign(x, second) +
      text(
        "how alike the movements were, with the mark that chance reaches; the number is the score: 0 chance, 1 perfect",
        x + 26,
        second,
      ),
    dotsSign(x, third) +
      text(
        "where in the movement's cycle a member is, compared with the others: level dots keep step, slanting dots have another tempo",
        x + 26,
        third,
      ),
    swatch(GREY, x, fourth) + text("no phase: resting, finding the rhythm, or no signal", x + 26, fourth),
  ].join("");
};
