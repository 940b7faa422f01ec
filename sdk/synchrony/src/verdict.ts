import type { ReasonCode, Verdict } from "./api.ts";
import { secondsFromStart, secondsToVerdict } from "./internal/forecast.ts";
import type { Evidence, Finding } from "./internal/window-test.ts";

/** Level of the test behind 'in-sync'. */
export const ALPHA = 0.05;
/** Beyond chance is not enough to be called in sync: this much of the room above chance must be filled. */
export const MIN_SCORE = 0.7;
/** Below this the movements plainly went apart; between the two people share something, and neither word would be true. */
export const APART_SCORE = 0.2;
/** Strangers must be this many times likelier than people who correct, before movements are said to go apart. */
const APART_ODDS = 20;
/** A verdict once given stays while nothing speaks against it: p that hovers about the level is no change of mind. */
const STAYS_P = 0.15;
const STAYS_SCORE = 0.6;
const STAYS_APART_ODDS = 3;
const STAYS_APART_SCORE = 0.35;
const MIN_CYCLES = 6;
/** Two cycles before the rhythm is found and two until it is settled are not in the window. */
const UNSEEN_CYCLES = 4;
/** A slow sway, where no tempo is known yet. */
export const GUESSED_HZ = 0.5;

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  readonly finding?: Finding;
  readonly secondsUntilVerdict?: number;
}

export const tooEarly = (seconds: number, finding?: Finding): Judgement => ({
  verdict: "undecided",
  reasonCode: "too-early",
  reason: `too early, about ${String(seconds)} s more`,
  secondsUntilVerdict: seconds,
  ...(finding === undefined ? {} : { finding }),
});

/**
 * From evidence to words.
 *
 * @param before the verdict that stood, where this one continues it
 */
export const judge = (evidence: Evidence, before?: Verdict): Judgement => {
  const { findings, members, tempoHz, windowS, tempoGap = 0, steady = 0, p } = evidence;
  const finding = strongestOf(evidence);
  if (finding === undefined) {
    if (members < 2) return { verdict: "withheld", reasonCode: "too-few-moving", reason: "resting" };
    return tooEarly(secondsFromStart(tempoHz ?? GUESSED_HZ, windowS));
  }
  const cycles = windowS * (tempoHz ?? 0);
  if (tempoHz !== undefined && cycles < MIN_CYCLES)
    return tooEarly(secondsFromStart(tempoHz, windowS + UNSEEN_CYCLES / tempoHz));
  const value = finding.value ?? 0;
  const beyondChance = p <= ALPHA;
  if (beyondChance && value >= MIN_SCORE) return { verdict: "in-sync", finding };
  if (before === "in-sync" && p <= STAYS_P && value >= STAYS_SCORE) return { verdict: "in-sync", finding };
  if (beyondChance && value >= APART_SCORE) {
    return { verdict: "undecided", reasonCode: "partly-together", reason: "partly together", finding };
  }
  if (evidence.phaseSoon) return tooEarly(secondsFromStart(tempoHz ?? GUESSED_HZ, windowS), finding);
  // Envelopes alone that show nothing prove nothing: an even rhythm has a flat one.
  const [odds, most] = before === "not-in-sync" ? [STAYS_APART_ODDS, STAYS_APART_SCORE] : [APART_ODDS, APART_SCORE];
  const apart = tempoHz !== undefined && findings.every((f) => (f.value ?? 0) < most);
  if (apart && steady < -Math.log(odds)) return { verdict: "not-in-sync", finding };
  if (tempoHz === undefined) return tooEarly(secondsFromStart(GUESSED_HZ, windowS), finding);
  return tooEarly(secondsToVerdict({ members, cycles, tempoHz, p, tempoGap }, ALPHA), finding);
};

/**
 * The score that goes with a verdict. While it is too early there is none: .93 at p .5 says only that chance would agree as
 * well. What was observed and what chance gives stand beside the reason.
 */
export const shownScore = ({ verdict, reasonCode, finding }: Judgement): number | undefined =>
  verdict === "in-sync" || verdict === "not-in-sync" || reasonCode === "partly-together" ? finding?.value : undefined;

/** Of the statistics beyond chance the one that shows most; where none is, the one nearest to it. */
const strongestOf = ({ findings }: Evidence): Finding | undefined => {
  const beyond = findings.filter((f) => f.p <= ALPHA).sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return beyond[0] ?? [...findings].sort((a, b) => a.p - b.p)[0];
};
