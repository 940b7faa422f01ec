import type { RecordingScore, ScoredDyad } from "@entrain/session";
import { scoreText, VERDICT_WORDS } from "../words.ts";
import { cut, MARGIN } from "./layout.ts";
import { INK, PAPER, QUIET_INK } from "./palette.ts";
import { inkOn, scoreColour } from "./score-colour.ts";
import { element, label, px, xml } from "./xml.ts";

const MATRIX_PX = 400;
const LARGEST_CELL = 58;
/** Below this a cell is too small for a number, below that for a frame, below the last for a name at each. */
const NUMBER_CELL = 34;
const FRAME_CELL = 7;
const NAME_CELL = 11;
const HATCH_STEP = 6;

export const cellPx = (members: number): number => Math.min(LARGEST_CELL, MATRIX_PX / members);
export const matrixHeight = (members: number): number => cellPx(members) * members;

/** Diagonal strokes within a square: how what is withheld looks. */
const hatch = (x: number, y: number, size: number): string => {
  const strokes: string[] = [];
  const step = Math.max(2.5, Math.min(HATCH_STEP, size / 3));
  for (let d = step; d < 2 * size; d += step) {
    const [x1, y1] = d <= size ? [x, y + d] : [x + d - size, y + size];
    const [x2, y2] = d <= size ? [x + d, y] : [x + size, y + d - size];
    strokes.push(`M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`);
  }
  return strokes.join("");
};

export const hatched = (x: number, y: number, size: number): string =>
  element("rect", { x, y, width: size, height: size, fill: PAPER }) +
  element("path", { d: hatch(x, y, size), stroke: "#aab2bb", "stroke-width": 1, fill: "none" });

/** Undecided: nothing is said, but it was looked at. */
export const dotted = (x: number, y: number, size: number): string =>
  element("rect", { x, y, width: size, height: size, fill: PAPER }) +
  element("circle", { cx: x + size / 2, cy: y + size / 2, r: Math.max(0.8, Math.min(3, size / 7)), fill: "#b9a26a" });

const tipOf = (dyad: ScoredDyad): string => {
  const parts = [`${dyad.a} and ${dyad.b}: ${VERDICT_WORDS[dyad.verdict]}`];
  if (dyad.score !== null) parts.push(`score ${scoreText(dyad.score)}`);
  if (dyad.p !== null) parts.push(`p = ${dyad.p.toFixed(3)}`);
  if (dyad.order !== null && dyad.order[0] !== dyad.order[1]) parts.push(`tempi ${dyad.order.join(":")}`);
  if (dyad.reason !== undefined) parts.push(dyad.reason);
  return parts.join(", ");
};

const cell = (dyad: ScoredDyad, x: number, y: number, size: number): string => {
  const inner = size > FRAME_CELL ? size - 1.5 : size;
  const tip = element("title", {}, xml(tipOf(dyad)));
  if (dyad.score === null) {
    const fill = dyad.verdict === "withheld" ? hatched(x, y, inner) : dotted(x, y, inner);
    return element("g", {}, tip + fill);
  }
  const frame = dyad.beyondChance && size > FRAME_CELL;
  const { order } = dyad;
  const ratio = dyad.beyondChance && order !== null && order[0] !== order[1] ? order.join(":") : undefined;
  const words =
    size < NUMBER_CELL
      ? ""
      : label(scoreText(dyad.score), {
          x: x + inner / 2,
          y: y + inner / 2 + (ratio === undefined ? 4.5 : -1),
          "text-anchor": "middle",
          class: "small",
          fill: inkOn(dyad.score),
        }) +
        (ratio === undefined
          ? ""
          : label(ratio, {
              x: x + inner / 2,
              y: y + inner / 2 + 14,
              "text-anchor": "middle",
              class: "small",
              fill: inkOn(dyad.score),
            }));
  const rect = element(
    "rect",
    {
      x: frame ? x + 0.9 : x,
      y: frame ? y + 0.9 : y,
      width: frame ? inner - 1.8 : inner,
      height: frame ? inner - 1.8 : inner,
      fill: scoreColour(dyad.score),
      stroke: frame ? INK : "none",
      "stroke-width": frame ? Math.min(1.8, size / 12) : 0,
    },
    tip,
  );
  return rect + words;
};

/** Every two members once, below the diagonal; each name stands at the end of its row and the head of its column. */
export const dyadMatrix = ({ members, dyads }: RecordingScore, top: number): string => {
  const size = cellPx(members.length);
  const cells: string[] = [];
  let pair = 0;
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      const dyad = dyads.pairs[pair++];
      if (dyad !== undefined) cells.push(cell(dyad, MARGIN + i * size, top + j * size, size));
    }
  }
  const everyName = Math.ceil(NAME_CELL / size);
  const names = members.map(({ name }, k) =>
    k % everyName !== 0
      ? ""
      : label(
          cut(name, size < 20 ? 16 : 14),
          {
            x: MARGIN + k * size + (size < 20 ? 3 : 6),
            y: top + k * size + size / 2 + (size < 20 ? 3.5 : 5),
            class: size < 20 ? "tiny" : "small",
            fill: QUIET_INK,
          },
          name,
        ),
  );
  return cells.join("") + names.join("");
};
