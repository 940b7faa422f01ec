import type { ScoredDyad, ScoredMember, ScoredWindow } from "@entrain/session";
import { plainTable } from "../table/plain-table.ts";
import type { ScoreResult } from "./result.ts";
import { clockText } from "./text.ts";
import { scoreText, STATE_WORDS, VERDICT_WORDS, verdictSentence } from "./words.ts";

const NONE = "–";
const SCORE_NOTE =
  "Score: 0 is what chance gives, 1 is perfect agreement. Chance: how alike unrelated movement of this kind looks.";

const orNone = (value: number | null, text: (value: number) => string): string => (value === null ? NONE : text(value));
const percent = (share: number): string => `${String(Math.round(100 * share))} %`;

const windowRow = ({ startS, endS, verdict, score, chance, p, reason }: ScoredWindow): readonly string[] => [
  `${clockText(startS)}–${clockText(endS)}`,
  VERDICT_WORDS[verdict],
  orNone(score, scoreText),
  orNone(chance, scoreText),
  orNone(p, (value) => value.toFixed(3)),
  reason ?? "",
];

const memberRow = ({ name, samples, rateHz, states }: ScoredMember): readonly string[] => [
  name,
  String(samples),
  `${rateHz.toFixed(1)} Hz`,
  ...STATE_WORDS.map(([state]) => percent(states[state])),
];

const MOST_LISTED = 28;

const leadText = ({ a, b, leadS }: ScoredDyad): string => {
  if (leadS === null) return "";
  const ms = Math.round(Math.abs(leadS) * 1000);
  return ms === 0 ? "at the same time" : `${leadS > 0 ? a : b} ahead by ${String(ms)} ms`;
};

/** What a pulse that both follow does not explain. */
const beyondText = ({ partial, partialP }: ScoredDyad): string =>
  partial === null || partialP === null ? "" : `beyond the pulse ${scoreText(partial)} (p = ${partialP.toFixed(3)})`;

const about = (dyad: ScoredDyad): string =>
  dyad.reason ?? [leadText(dyad), beyondText(dyad)].filter((text) => text !== "").join("; ");

const dyadRow = (dyad: ScoredDyad): readonly string[] => [
  `${dyad.a} – ${dyad.b}`,
  VERDICT_WORDS[dyad.verdict],
  orNone(dyad.score, scoreText),
  orNone(dyad.chance, scoreText),
  orNone(dyad.p, (value) => value.toFixed(3)),
  dyad.order === null || dyad.order[0] === dyad.order[1] ? "" : dyad.order.join(":"),
  about(dyad),
];

/** Of few members all dyads, of many those beyond chance. */
const dyadTable = ({ dyads, members }: ScoreResult): readonly string[] => {
  if (members.length < 3) return [];
  const isFew = dyads.pairs.length <= MOST_LISTED;
  const beyond = dyads.pairs.filter((dyad) => dyad.beyondChance);
  const listed = isFew ? dyads.pairs : beyond.slice(0, MOST_LISTED);
  const more = beyond.length - listed.length;
  const rate = `${String(Math.round(100 * dyads.falseDiscoveryRate))} %`;
  return [
    plainTable(
      ["left", "left", "right", "right", "right", "left", "left"],
      [["dyad", "verdict", "score", "chance", "p", "", ""], ...listed.map(dyadRow)],
    ),
    ...(!isFew && more > 0 ? [`and ${String(more)} more beyond chance`] : []),
    `Beyond chance: ${String(dyads.beyondChance)} of ${String(dyads.pairs.length)} dyads, of which about ${rate} may be false.`,
    "",
  ];
};

const windowTable = ({ windows, windowS, durationS }: ScoreResult): string =>
  windows.length === 0
    ? `No window: ${String(windowS)} s are longer than the ${durationS.toFixed(1)} s that everybody shares.`
    : plainTable(
        ["left", "left", "right", "right", "right", "left"],
        [["window", "verdict", "score", "chance", "p", ""], ...windows.map(windowRow)],
      );

/** The report for people: windows, members, and one sentence. */
export const reportText = (result: ScoreResult): string =>
  [
    windowTable(result),
    "",
    ...dyadTable(result),
    plainTable(
      ["left", "right", "right", "right", "right", "right", "right"],
      [["member", "samples", "rate", ...STATE_WORDS.map(([, words]) => words)], ...result.members.map(memberRow)],
    ),
    "",
    ...(result.windows.some(({ score }) => score !== null) ? [SCORE_NOTE] : []),
    verdictSentence(result),
    "",
  ].join("\n");
