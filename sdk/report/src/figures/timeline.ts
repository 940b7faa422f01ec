import type { PersonModel } from "../model/people.ts";
import type { BlockModel, ReportModel } from "../model/report-model.ts";
import { EN } from "../text/en.ts";
import { cutToWidth } from "./cut-text.ts";
import type { Figure } from "./figure.ts";
import { element, label, px } from "./svg.ts";
import { LEFT, RIGHT, timeAxis, timeScale, type TimeScale, WIDTH } from "./time-axis.ts";

const MARKS_TOP = 4;
const BLOCKS_TOP = 26;
const BLOCK_HEIGHT = 40;
const COUNT_TOP = BLOCKS_TOP + BLOCK_HEIGHT + 14;
const COUNT_HEIGHT = 54;
const BOTTOM = COUNT_TOP + COUNT_HEIGHT;

/** What was done: a box a block, with its tempo. */
export const blockBoxes = (blocks: readonly BlockModel[], x: TimeScale, top: number, height: number): string =>
  blocks
    .map(({ startS, endS, exercise, bpm }) => {
      const left = x(startS);
      const wide = Math.max(1, x(endS) - left - 1.5);
      const name = exercise ?? (bpm === undefined ? EN.block.free : EN.block.pulse);
      const tempo = bpm === undefined ? "" : EN.block.tempo(bpm);
      return (
        element("rect", { x: left, y: top, width: wide, height, rx: 3, class: bpm === undefined ? "block" : "paced" }) +
        label(cutToWidth(name, wide - 10), { x: left + 6, y: top + 17 }, name) +
        label(cutToWidth(tempo, wide - 10), { x: left + 6, y: top + 33, class: "quiet" })
      );
    })
    .join("");

const countAt = (people: readonly PersonModel[], tS: number): number =>
  people.filter(({ doing }) =>
    doing.some(
      ({ startS, endS, label: what }) => tS >= startS && tS < endS && (what === "moving" || what === "finding"),
    ),
  ).length;

const STEPS = 240;

/** How many were moving, as an area of steps; nobody in it can be told from another. */
const movingArea = ({ people, durationS }: ReportModel, x: TimeScale): string => {
  const stepS = Math.max(1, durationS / STEPS);
  const points: string[] = [];
  for (let tS = 0; tS < durationS; tS += stepS) {
    const y = BOTTOM - (countAt(people, tS) / Math.max(1, people.length)) * COUNT_HEIGHT;
    points.push(`${px(x(tS))} ${px(y)}`, `${px(x(Math.min(durationS, tS + stepS)))} ${px(y)}`);
  }
  return points.length === 0
    ? ""
    : element("path", {
        d: `M${px(x(0))} ${px(BOTTOM)}L${points.join("L")}L${px(x(durationS))} ${px(BOTTOM)}Z`,
        class: "moving",
      });
};

/** The whole session at a glance. */
export const timelineFigure = (model: ReportModel): Figure => {
  const { durationS, people, blocks, markers } = model;
  const x = timeScale(durationS);
  const marks = markers.map(
    ({ tS }, k) =>
      element("line", { x1: x(tS), x2: x(tS), y1: MARKS_TOP + 14, y2: BOTTOM, class: "mark" }) +
      label(String(k + 1), { x: x(tS), y: MARKS_TOP + 10, "text-anchor": "middle", class: "mark-text" }),
  );
  const scale = [0, people.length].map((count) => {
    const y = count === 0 ? BOTTOM : COUNT_TOP;
    return (
      element("line", { x1: LEFT, x2: RIGHT, y1: y, y2: y, class: "rule" }) +
      label(String(count), { x: LEFT - 8, y: y + 4, "text-anchor": "end", class: "quiet" })
    );
  });
  return {
    name: "timeline",
    title: EN.figures.timeline,
    description: EN.figures.timelineSays(blocks.length, durationS),
    width: WIDTH,
    height: BOTTOM + 28,
    content:
      blockBoxes(blocks, x, BLOCKS_TOP, BLOCK_HEIGHT) +
      scale.join("") +
      movingArea(model, x) +
      marks.join("") +
      timeAxis(durationS, BOTTOM),
  };
};
