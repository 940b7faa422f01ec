import { oneLine, textWidth } from "../../score/text.ts";
import type { Spread } from "./quantile.ts";
import type { BandResult, SyncTestResult } from "./result.ts";

const shown = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
const threeOf = ({ p50, p95, max }: Spread): string => [p50, p95, max].map(shown).join(" / ");

const HEAD = ["band", "board", "pulses", "felt after the beat", "late", "clock ±", "skew ppm", "link"];
const TRUE_HEAD = ["truly felt after", "true clock error", "beyond its bound"];

const linkText = ({ framesBad, framesReceived, repeats, reconnections, samplesMissed }: BandResult["link"]): string =>
  `${String(framesReceived)} frames, ${String(framesBad)} bad, ${String(repeats)} repeats, ${String(reconnections)} times anew, ${String(samplesMissed)} samples missed`;

const rowOf = (band: BandResult): readonly string[] => [
  oneLine(band.name),
  oneLine(band.board),
  `${String(band.beats - band.missing)} of ${String(band.beats)}`,
  threeOf(band.offsetMillis),
  threeOf(band.latenessMillis),
  shown(band.clock.boundMillis),
  shown(band.clock.skewPpm),
  linkText(band.link),
  ...(band.truth
    ? [
        threeOf(band.truth.offsetMillis),
        threeOf(band.truth.clockErrorMillis),
        `${String(band.truth.outsideBound)} times`,
      ]
    : []),
];

const tableText = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - textWidth(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** One sentence on whether the bands are felt together. */
export const sentenceOf = ({ spreadMillis, truth, targetMillis, bands }: SyncTestResult): string => {
  const said = truth?.spreadMillis ?? spreadMillis;
  if (bands.length < 2) return "One band alone: there is nobody to be felt together with.";
  if (said.p95 === null) return "No beat was played by all bands.";
  const who = truth === undefined ? "By their own clocks and their motors' stated lags" : "Truly";
  const verdict = said.p95 <= targetMillis ? "within" : "not within";
  return `${who}, bands were felt within ${shown(said.p95)} ms of each other at 95 of 100 beats: ${verdict} the ${String(targetMillis)} ms asked for.`;
};

/** The result for a terminal. Times are milliseconds: p50 / p95 / most. */
export const textOf = (result: SyncTestResult): string => {
  const head = result.truth ? [...HEAD, ...TRUE_HEAD] : HEAD;
  const spread = `Apart, beat by beat: ${threeOf(result.spreadMillis)} ms as the bands say`;
  const truth = result.truth ? `, ${threeOf(result.truth.spreadMillis)} ms in truth` : "";
  return [
    tableText([head, ...result.bands.map(rowOf)]),
    "Times in ms: p50 / p95 / most.",
    `${spread}${truth}, ${String(result.beats)} beats at ${String(result.bpm)} a minute.`,
    sentenceOf(result),
    "",
  ].join("\n");
};
