import type { ScoredMember, ScoredWindow } from "@entrain/session";
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
    plainTable(
      ["left", "right", "right", "right", "right", "right", "right"],
      [["member", "samples", "rate", ...STATE_WORDS.map(([, words]) => words)], ...result.members.map(memberRow)],
    ),
    "",
    ...(result.windows.some(({ score }) => score !== null) ? [SCORE_NOTE] : []),
    verdictSentence(result),
    "",
  ].join("\n");
