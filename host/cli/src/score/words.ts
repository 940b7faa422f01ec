import type { MemberState, Verdict } from "@entrain/synchrony";
import type { ScoreResult } from "./result.ts";
import { clockText, listed } from "./text.ts";
import { companies, type Company } from "./who.ts";

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

/** 'Ann and Ben did, and so did, apart from them, Cleo and Dan': companies that are not the whole group. */
const theyDid = (together: readonly Company[], did: string, so: string): string => {
  const [first = [], ...others] = together;
  const part = (names: readonly string[]): string => (names.length <= MAX_NAMED ? listed(names) : String(names.length));
  if (others.length === 0) return `${part(first)} ${did}`;
  const more = others.length === 1 ? part(others[0] ?? []) : `${String(others.length)} smaller groups, each for itself`;
  return `${part(first)} ${did}, and so ${so}, apart from them, ${more}`;
};

/** Two digits, and never a minus before a zero. */
export const scoreText = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-(0\.00)$/, "$1")
    .replace("-", "−");

/** A p of a rank test is never 0. */
const pText = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);

const numbers = ({ score, chance, p }: ScoreResult, of = ""): string =>
  score === null || chance === null || p === null
    ? ""
    : ` (score ${of}${scoreText(score)} where 0 is chance and 1 perfect; ${pText(p)})`;

const because = (reason: string): string => (reason === "" ? "" : `: ${reason}`);

/** Who of a group moved in sync: all, some of them, or no two of whom it is sure. */
const inSync = (result: ScoreResult): string => {
  const names = result.members.map(({ name }) => name);
  const together = companies(result);
  if (names.length < 3 || together[0]?.length === names.length)
    return `${whoMoved(names)} moved in sync${numbers(result)}`;
  if (together.length === 0)
    return `${whoMoved(names)} moved in sync as a group${numbers(result)}; of no two of them alone is it sure`;
  const rest = names.length - together.flat().length;
  const others = rest === 0 ? "" : `; of the other ${rest === 1 ? "one" : String(rest)} it is not shown`;
  const some = theyDid(together, "moved in sync", "did");
  return `of these ${String(names.length)} members ${some}${others}${numbers(result, "of all ")}`;
};

/** Those who moved together though the group cannot be said to have. */
const exceptions = (result: ScoreResult, did: string): string => {
  const together = result.members.length < 3 ? [] : companies(result);
  return together.length === 0 ? "" : `; ${theyDid(together, did, did)}`;
};

/** What the whole recording shows, in one sentence. */
export const verdictSentence = (result: ScoreResult): string => {
  const who = whoMoved(result.members.map(({ name }) => name));
  const over = clockText(Math.round(result.durationS));
  switch (result.verdict) {
    case "in-sync":
      return `Over ${over}, ${inSync(result)}.`;
    case "not-in-sync":
      return `Over ${over}, ${who} were not in sync${numbers(result)}${exceptions(result, "were")}.`;
    case "undecided":
      return `Over ${over}, whether ${who} moved in sync stays undecided${because(result.reason)}${exceptions(result, "did")}.`;
    case "withheld":
      return `Over ${over}, no score is given for ${who}${because(result.reason)}.`;
  }
};
