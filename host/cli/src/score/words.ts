import type { MemberState, Verdict } from "@entrain/synchrony";
import type { ScoreResult } from "./result.ts";
import { clockText, listed } from "./text.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  "in-sync": "in sync",
  "not-in-sync": "not in sync",
  undecided: "undecided",
  withheld: "withheld",
};

export type SharedState = Exclude<MemberState, "ambiguous-tempo">;

/** In the order of the tables. */
export const STATE_WORDS: readonly (readonly [SharedState, string])[] = [
  ["ok", "moving"],
  ["acquiring", "finding the rhythm"],
  ["still", "resting"],
  ["dropout", "no signal"],
];

const MAX_NAMED = 3;

const whoMoved = (names: readonly string[]): string =>
  names.length <= MAX_NAMED ? listed(names) : `these ${String(names.length)} members`;

/** Two digits, and never a minus before a zero. */
export const scoreText = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-(0\.00)$/, "$1")
    .replace("-", "−");

/** A p of a rank test is never 0. */
const pText = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);

const numbers = ({ score, chance, p }: ScoreResult): string =>
  score === null || chance === null || p === null
    ? ""
    : ` (score ${scoreText(score)} where 0 is chance and 1 perfect; ${pText(p)})`;

const because = (reason: string): string => (reason === "" ? "" : `: ${reason}`);

/** What the whole recording shows, in one sentence. */
export const verdictSentence = (result: ScoreResult): string => {
  const who = whoMoved(result.members.map(({ name }) => name));
  const over = clockText(Math.round(result.durationS));
  switch (result.verdict) {
    case "in-sync":
      return `Over ${over}, ${who} moved in sync${numbers(result)}.`;
    case "not-in-sync":
      return `Over ${over}, ${who} were not in sync${numbers(result)}.`;
    case "undecided":
      return `Over ${over}, whether ${who} moved in sync stays undecided${because(result.reason)}.`;
    case "withheld":
      return `Over ${over}, no score is given for ${who}${because(result.reason)}.`;
  }
};
