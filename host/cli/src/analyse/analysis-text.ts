import { plainTable } from "../table/plain-table.ts";
import type { Analysis } from "./analysis.ts";

const NONE = "–";
const DIGITS = 4;

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : value.toFixed(DIGITS).replace("-", "−");

const CAUTION =
  "These are the unguarded figures of the literature: people who have nothing to do with each other reach them too.\n" +
  "Whether people moved together is what `entrain score` says.";

const groupRows = (analysis: Analysis): string[][] => [
  ["order parameter R", shown(analysis.kuramotoR)],
  ["unbiased R²", shown(analysis.unbiasedR2)],
  ["cluster-phase ρ", shown(analysis.clusterRho)],
  ["coherence", shown(analysis.coherence)],
  ["sum-normalised CSD", shown(analysis.sumNormalizedCsd)],
  ["symbolic entropy, nats", shown(analysis.symbolicEntropyNats)],
  ["synchronisation index", shown(analysis.syncIndex)],
  ...(analysis.mdrqa === undefined
    ? []
    : [
        ["MdRQA recurrence", shown(analysis.mdrqa.rec)],
        ["MdRQA determinism", shown(analysis.mdrqa.det)],
        ["MdRQA mean diagonal", shown(analysis.mdrqa.meanDiagonal)],
        ["MdRQA longest diagonal", shown(analysis.mdrqa.maxDiagonal)],
      ]),
];

/** Mean over a member's pairs. */
const meanWithOthers = (row: readonly (number | null)[] | undefined, own: number): number | null => {
  const others = (row ?? []).filter((value, k): value is number => k !== own && value !== null);
  return others.length === 0 ? null : others.reduce((sum, value) => sum + value, 0) / others.length;
};

/** A short table for people; all pairs are in the JSON alone. */
export const analysisText = (analysis: Analysis): string =>
  [
    `${String(analysis.samples)} samples at ${String(analysis.rate)} Hz, ${String(analysis.members.length)} members`,
    "",
    plainTable(["left", "right"], groupRows(analysis)),
    "",
    plainTable(
      ["left", "right", "right", "right", "right"],
      [
        ["member", "ρ", "offset, rad", "mean PLV", ...(analysis.pacerPlv === undefined ? [] : ["PLV with pacer"])],
        ...analysis.members.map((name, k) => [
          name,
          shown(analysis.memberRho[k]),
          shown(analysis.memberOffsetRad[k]),
          shown(meanWithOthers(analysis.plv[k], k)),
          ...(analysis.pacerPlv === undefined ? [] : [shown(analysis.pacerPlv[k])]),
        ]),
      ],
    ),
    "",
    CAUTION,
    "",
  ].join("\n");
