import type { PersonModel } from "../model/people.ts";
import type { ReportModel } from "../model/report-model.ts";
import { EN } from "../text/en.ts";
import { clockText } from "../text/clock-text.ts";
import type { Figure } from "./figure.ts";
import { element, label, px } from "./svg.ts";
import { LEFT, RIGHT, timeAxis, timeScale, type TimeScale, WIDTH } from "./time-axis.ts";
import { blockBoxes } from "./timeline.ts";
import { xmlText } from "@entrain/recording";

const BLOCKS_TOP = 2;
const BLOCK_HEIGHT = 40;
const STRIP_TOP = BLOCKS_TOP + BLOCK_HEIGHT + 8;
const STRIP_HEIGHT = 16;
const TEMPO_TOP = STRIP_TOP + STRIP_HEIGHT + 16;
const TEMPO_HEIGHT = 92;
const BOTTOM = TEMPO_TOP + TEMPO_HEIGHT;
const ROUND_BPM = 20;
/** A gap in the tempo is left as one. */
const GAP_S = 4;

const strip = ({ doing }: PersonModel, x: TimeScale): string =>
  doing
    .map(({ startS, endS, label: what }) =>
      element(
        "rect",
        { x: x(startS), y: STRIP_TOP, width: Math.max(0.5, x(endS) - x(startS)), height: STRIP_HEIGHT, class: what },
        element("title", {}, xmlText(`${clockText(startS)}–${clockText(endS)}: ${EN.doing[what]}`)),
      ),
    )
    .join("");

const range = (bpms: readonly number[]): readonly [number, number] => {
  if (bpms.length === 0) return [0, ROUND_BPM];
  const low = Math.floor(Math.min(...bpms) / ROUND_BPM) * ROUND_BPM;
  const high = Math.ceil(Math.max(...bpms) / ROUND_BPM) * ROUND_BPM;
  return [low, Math.max(high, low + ROUND_BPM)];
};

/** One person's own page: what they did, and their own tempo beside the pulse's. */
export const personFigure = ({ blocks, durationS }: ReportModel, person: PersonModel): Figure => {
  const x = timeScale(durationS);
  const paced = blocks.flatMap(({ startS, endS, bpm }) => (bpm === undefined ? [] : [{ startS, endS, bpm }]));
  const [low, high] = range([...person.tempo.map(({ bpm }) => bpm), ...paced.map(({ bpm }) => bpm)]);
  const y = (bpm: number): number => BOTTOM - ((bpm - low) / (high - low)) * TEMPO_HEIGHT;
  const line = person.tempo
    .map(({ tS, bpm }, k) => {
      const before = person.tempo[k - 1];
      const joins = before !== undefined && tS - before.tS < GAP_S;
      return `${joins ? "L" : "M"}${px(x(tS))} ${px(y(bpm))}`;
    })
    .join("");
  const grid = [low, (low + high) / 2, high].map(
    (bpm) =>
      element("line", { x1: LEFT, x2: RIGHT, y1: y(bpm), y2: y(bpm), class: "rule" }) +
      label(String(bpm), { x: LEFT - 8, y: y(bpm) + 4, "text-anchor": "end", class: "quiet" }),
  );
  const pulse = paced.map(({ startS, endS, bpm }) =>
    element("line", { x1: x(startS), x2: x(endS), y1: y(bpm), y2: y(bpm), class: "pulse" }),
  );
  return {
    name: `person-${String(person.member + 1)}`,
    title: EN.figures.person(person.name),
    description: EN.figures.personSays,
    width: WIDTH,
    height: BOTTOM + 28,
    content:
      blockBoxes(blocks, x, BLOCKS_TOP, BLOCK_HEIGHT) +
      strip(person, x) +
      grid.join("") +
      pulse.join("") +
      (line === "" ? "" : element("path", { d: line, class: "tempo" })) +
      timeAxis(durationS, BOTTOM),
  };
};
