import type { RecordingScore } from "@entrain/session";
import { MARGIN } from "./layout.ts";
import { dotted, dyadMatrix, hatched, matrixHeight } from "./dyad-matrix.ts";
import { GRAPH_LEFT, leadGraph } from "./lead-graph.ts";
import { INK } from "./palette.ts";
import { scoreColour } from "./score-colour.ts";
import { element, label } from "./xml.ts";

const HEAD = 66;
const KEY_HEIGHT = 52;
const BAR_STEPS = 24;

/** The scale of scores, and what has none. */
const key = (y: number, rate: string): string => {
  const wide = 150 / BAR_STEPS;
  const bar = Array.from({ length: BAR_STEPS }, (_, k) =>
    element("rect", {
      x: MARGIN + k * wide,
      y,
      width: wide + 0.4,
      height: 12,
      fill: scoreColour((k + 0.5) / BAR_STEPS),
    }),
  );
  const text = (words: string, x: number, at = y + 11): string => label(words, { x, y: at, class: "small" });
  const frame = element("rect", {
    x: MARGIN + 330,
    y: y - 1,
    width: 13,
    height: 13,
    fill: scoreColour(0.8),
    stroke: INK,
    "stroke-width": 1.8,
  });
  return [
    ...bar,
    text("0 chance", MARGIN, y + 28),
    label("1 perfect", { x: MARGIN + 150, y: y + 28, "text-anchor": "end", class: "small" }),
    frame,
    text(`beyond chance (${rate} of these may be false)`, MARGIN + 350),
    dotted(MARGIN + 180, y - 1, 13),
    text("undecided", MARGIN + 200),
    hatched(MARGIN + 180, y + 17, 13),
    text("withheld", MARGIN + 200, y + 28),
  ].join("");
};

/** The dyads: their scores as a matrix, and who is ahead of whom. */
export const dyadsPanel = (score: RecordingScore, top: number): { readonly svg: string; readonly height: number } => {
  const matrix = matrixHeight(score.members.length);
  const graph = leadGraph(score, top + HEAD, Math.max(matrix, 150));
  const body = Math.max(matrix, graph.height);
  const rate = `${String(Math.round(100 * score.dyads.falseDiscoveryRate))} %`;
  const { beyondChance, pairs } = score.dyads;
  const count = `${String(beyondChance)} of ${String(pairs.length)} beyond chance`;
  const svg = [
    label(score.members.length === 2 ? "The two" : "Every two members", { x: MARGIN, y: top + 18, class: "name" }),
    label(`score over the whole recording; ${count}`, { x: MARGIN, y: top + 38, class: "small" }),
    label("Earlier and later", { x: GRAPH_LEFT, y: top + 18, class: "name" }),
    label("of those beyond chance; arrows from who is ahead, dashed: 2:1 or 3:2", {
      x: GRAPH_LEFT,
      y: top + 38,
      class: "small",
    }),
    dyadMatrix(score, top + HEAD),
    graph.svg,
    key(top + HEAD + body + 22, rate),
  ].join("");
  return { svg, height: HEAD + body + 22 + KEY_HEIGHT };
};
