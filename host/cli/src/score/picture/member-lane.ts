import type { RecordingScore, ScoredMember } from "@entrain/session";
import { cut, laneSize, LANES_TOP, PLOT_LEFT, PLOT_RIGHT, PLOT_WIDTH, type TimeScale } from "./layout.ts";
import { DOT, GREY, LANE, RULE } from "./palette.ts";
import { relativePhaseCycles } from "./relative-phase.ts";
import { runsOf, thinned } from "./thinned.ts";
import { element, label, px } from "./xml.ts";

const NAME_LETTERS = 14;
/** Half a dot's height: a dot at ±½ stays inside its lane. */
const INSET = 4;

interface Lane {
  readonly top: number;
  readonly height: number;
}

/** Paper where the member moves; the grey below shows through where it rests, seeks or is not heard. */
const moving = ({ trace }: RecordingScore, k: number, { top, height }: Lane, x: TimeScale): string => {
  const stepS = trace[0]?.tS ?? 0;
  return runsOf(trace, ({ phaseRad }) => phaseRad[k] !== null && phaseRad[k] !== undefined)
    .map((run) => {
      const left = x((run[0]?.tS ?? 0) - stepS);
      return element("rect", {
        x: left,
        y: top,
        width: x(run.at(-1)?.tS ?? 0) - left,
        height,
        fill: LANE,
      });
    })
    .join("");
};

/** Round dots as strokes of no length: one path a lane. */
const dots = ({ trace }: RecordingScore, k: number, { top, height }: Lane, x: TimeScale): string => {
  const middle = top + height / 2;
  const d = thinned(trace)
    .map(({ tS, phaseRad }) => {
      const cycles = relativePhaseCycles(phaseRad, k);
      return cycles === null ? "" : `M${px(x(tS))} ${px(middle - cycles * (height - 2 * INSET))}h0`;
    })
    .join("");
  return d === ""
    ? ""
    : element("path", { d, stroke: DOT, "stroke-width": 2.6, "stroke-linecap": "round", "stroke-opacity": "0.75" });
};

const shareText = ({ states }: ScoredMember): string => `moving ${String(Math.round(100 * states.ok))} %`;

/** One member: where in the cycle it is, compared with the others. */
export const memberLane = (score: RecordingScore, k: number, x: TimeScale): string => {
  const member = score.members[k];
  if (member === undefined) return "";
  const { height, step } = laneSize(score.members.length);
  const top = LANES_TOP + k * step;
  const lane = { top, height };
  const middle = top + height / 2;
  const scale =
    k > 0
      ? []
      : ([
          ["+½", top + INSET],
          ["0", middle],
          ["−½", top + height - INSET],
        ] as const);
  return (
    label(cut(member.name, NAME_LETTERS), { x: 36, y: middle - 2, class: "name" }, member.name) +
    label(shareText(member), { x: 36, y: middle + 16, class: "small" }) +
    element("rect", { x: PLOT_LEFT, y: top, width: PLOT_WIDTH, height, fill: GREY }) +
    moving(score, k, lane, x) +
    element("line", { x1: PLOT_LEFT, x2: PLOT_RIGHT, y1: middle, y2: middle, stroke: RULE }) +
    dots(score, k, lane, x) +
    element("rect", { x: PLOT_LEFT, y: top, width: PLOT_WIDTH, height, fill: "none", stroke: RULE }) +
    scale.map(([text, y]) => label(text, { x: PLOT_RIGHT + 8, y: y + 4, class: "small" })).join("")
  );
};
