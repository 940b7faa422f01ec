import type { RecordingScore } from "@entrain/session";
import { resultOf } from "../result.ts";
import { listed } from "../text.ts";
import { VERDICT_WORDS, verdictSentence } from "../words.ts";
import { dyadsPanel } from "./dyads-panel.ts";
import { groupPanel } from "./group-panel.ts";
import { cut, LANES_TOP, laneSize, LEGEND_HEIGHT, MARGIN, timeScale, WIDTH, wrapped } from "./layout.ts";
import { legend } from "./legend.ts";
import { memberLane } from "./member-lane.ts";
import { INK, PAPER, QUIET_INK, RULE, VERDICT_FILL, VERDICT_INK } from "./palette.ts";
import { scoreBars } from "./score-bars.ts";
import { timeAxis } from "./time-axis.ts";
import { element, label, px, xml } from "./xml.ts";

const STYLE = `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-size:14px}
text:not([fill]){fill:${INK}}.small:not([fill]){fill:${QUIET_INK}}
.title{font-size:24px;font-weight:600}.name{font-size:15px;font-weight:600}.small{font-size:12.5px}.tiny{font-size:10px}
.halo{paint-order:stroke;stroke:${PAPER};stroke-width:3px;stroke-linejoin:round}`;

const MAX_NAMED = 4;
const SENTENCE_LETTERS = 118;

const titleOf = ({ members }: RecordingScore): string => {
  const names = members.map(({ name }) => cut(name, 24));
  return names.length <= MAX_NAMED ? listed(names) : `${String(names.length)} members`;
};

const heading = (score: RecordingScore, sentence: string): string => {
  const words = VERDICT_WORDS[score.verdict];
  const wide = 24 + words.length * 8.4;
  const lines = wrapped(sentence, SENTENCE_LETTERS).slice(0, 2);
  return (
    label(titleOf(score), { x: MARGIN, y: 50, class: "title" }) +
    element("rect", { x: MARGIN, y: 68, width: wide, height: 28, rx: 14, fill: VERDICT_FILL[score.verdict] }) +
    label(words, {
      x: MARGIN + wide / 2,
      y: 87,
      "text-anchor": "middle",
      "font-weight": "600",
      fill: VERDICT_INK[score.verdict],
    }) +
    lines.map((line, k) => label(line, { x: MARGIN + wide + 16, y: 87 + 20 * k })).join("")
  );
};

/**
 * The session at a glance: verdicts and scores window by window, and each member's phase against the others.
 * Self-contained SVG, no scripts, no fonts of its own.
 */
export const picture = (score: RecordingScore): string => {
  const sentence = verdictSentence(resultOf(score));
  const x = timeScale(score.durationS);
  const axisTop = LANES_TOP + score.members.length * laneSize(score.members.length).step;
  const dyads = dyadsPanel(score, axisTop + 62);
  const legendTop = axisTop + 62 + dyads.height + 18;
  const height = legendTop + LEGEND_HEIGHT + 12;
  const rule = (y: number): string => element("line", { x1: MARGIN, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: RULE });
  const body = [
    element("title", { id: "title" }, xml(`Entrain: ${listed(score.members.map(({ name }) => name))}`)),
    element(
      "desc",
      { id: "desc" },
      xml(`${sentence} ${String(score.windows.length)} windows of ${String(score.windowS)} s.`),
    ),
    element("style", {}, STYLE),
    element("rect", { width: WIDTH, height, fill: PAPER }),
    heading(score, sentence),
    groupPanel(score, x),
    scoreBars(score, x),
    ...score.members.map((_, k) => memberLane(score, k, x)),
    timeAxis(score.durationS, x, axisTop),
    rule(axisTop + 42),
    dyads.svg,
    rule(legendTop - 8),
    legend(legendTop + 20),
    label(score.estimator, { x: WIDTH - MARGIN, y: height - 14, "text-anchor": "end", class: "small" }),
  ];
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${String(WIDTH)} ${px(height)}`,
    width: WIDTH,
    height,
    role: "img",
    "aria-labelledby": "title desc",
  };
  return `${element("svg", root, `\n${body.join("\n")}\n`)}\n`;
};
