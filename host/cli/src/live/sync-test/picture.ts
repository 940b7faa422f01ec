import { PLOT_LEFT, PLOT_RIGHT, timeScale, WIDTH } from "../../score/picture/layout.ts";
import { DOT, INK, LANE, PAPER, QUIET_INK, RULE } from "../../score/picture/palette.ts";
import { timeAxis } from "../../score/picture/time-axis.ts";
import { element, label, px, xml } from "../../score/picture/xml.ts";
import { oneLine } from "../../score/text.ts";
import type { Paced } from "./pace.ts";
import { offsetsFrom, saidMicros, type SyncTestResult, type Truth } from "./result.ts";
import { sentenceOf } from "./table.ts";

const LANE_HEIGHT = 64;
const LANE_STEP = 76;
const TOP = 104;
const TRUE_DOT = "#b5651d";
/** Beyond this a dot stays at its lane's edge. */
const MOST_MILLIS = 20;
const STYLE = `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:14px}
text:not([fill]){fill:${INK}}.small:not([fill]){fill:${QUIET_INK}}.title{font-size:22px;font-weight:600}.small{font-size:12.5px}`;

const dots = (
  paced: Paced,
  offsets: readonly number[],
  middle: number,
  fill: string,
  x: (tS: number) => number,
): string =>
  offsets
    .map((offset, beat) => {
      const tS = ((paced.beatsMicros[beat] ?? 0) - (paced.beatsMicros[0] ?? 0)) / 1e6;
      const millis = Math.max(-MOST_MILLIS, Math.min(MOST_MILLIS, offset / 1_000));
      if (Number.isNaN(millis)) return "";
      return element("circle", { cx: x(tS), cy: middle - (millis / MOST_MILLIS) * (LANE_HEIGHT / 2), r: 2, fill });
    })
    .join("");

/**
 * Each band's pulses, beat by beat: how long after the beat they were felt, as the band says and, in a simulation, in
 * truth. Self-contained SVG.
 */
export const pictureOf = (result: SyncTestResult, paced: Paced, truth: Truth | undefined): string => {
  const durationS = ((paced.beatsMicros.at(-1) ?? 0) - (paced.beatsMicros[0] ?? 0)) / 1e6;
  const x = timeScale(durationS);
  const lanes = paced.members.map((observed, member) => {
    const y = TOP + member * LANE_STEP;
    const middle = y + LANE_HEIGHT / 2;
    return [
      element("rect", {
        x: PLOT_LEFT,
        y,
        width: PLOT_RIGHT - PLOT_LEFT,
        height: LANE_HEIGHT,
        fill: LANE,
        stroke: RULE,
      }),
      element("line", { x1: PLOT_LEFT, x2: PLOT_RIGHT, y1: middle, y2: middle, stroke: RULE }),
      label(oneLine(observed.band.name), { x: PLOT_LEFT - 12, y: middle + 5, "text-anchor": "end" }),
      label(`+${String(MOST_MILLIS)} ms`, { x: PLOT_RIGHT + 6, y: y + 10, class: "small" }),
      label(`−${String(MOST_MILLIS)} ms`, { x: PLOT_RIGHT + 6, y: y + LANE_HEIGHT, class: "small" }),
      dots(paced, offsetsFrom(paced, saidMicros(observed)), middle, DOT, x),
      truth === undefined ? "" : dots(paced, offsetsFrom(paced, truth.feltMicros[member] ?? []), middle, TRUE_DOT, x),
    ].join("");
  });
  const axisTop = TOP + lanes.length * LANE_STEP;
  const height = axisTop + 64;
  const key = truth === undefined ? "blue: as the band says" : "blue: as the band says; brown: in truth";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(WIDTH)} ${px(height)}" width="${px(WIDTH)}" height="${px(height)}" role="img" aria-labelledby="title">`,
    element("title", { id: "title" }, xml(`Entrain sync-test: ${sentenceOf(result)}`)),
    element("style", {}, STYLE),
    element("rect", { width: WIDTH, height, fill: PAPER }),
    label(result.simulated ? "Felt after the beat (simulated)" : "Felt after the beat", {
      x: 36,
      y: 46,
      class: "title",
    }),
    label(sentenceOf(result), { x: 36, y: 74 }),
    label(key, { x: PLOT_RIGHT, y: 46, "text-anchor": "end", class: "small" }),
    ...lanes,
    timeAxis(durationS, x, axisTop),
    "</svg>\n",
  ].join("\n");
};
