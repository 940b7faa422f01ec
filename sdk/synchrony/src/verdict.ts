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
const MIN_CYCLES = 6;
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

/** From evidence to words. */
export const judge = (evidence: Evidence): Judgement => {
  const { findings, members, tempoHz, windowS, tempoGap = 0, steady = 0, p } = evidence;
  const finding = strongestOf(evidence);
  if (finding === undefined) {
    if (members < 2) return { verdict: "withheld", reasonCode: "too-few-moving", reason: "resting" };
    return tooEarly(secondsFromStart(members, tempoHz ?? GUESSED_HZ, windowS));
  }
  const cycles = windowS * (tempoHz ?? 0);
  if (tempoHz !== undefined && cycles < MIN_CYCLES) return tooEarly(secondsFromStart(members, tempoHz, windowS));
  const value = finding.value ?? 0;
  const beyondChance = p <= ALPHA;
  if (beyondChance && value >= MIN_SCORE) return { verdict: "in-sync", finding };
  if (beyondChance && value >= APART_SCORE) {
    return { verdict: "undecided", reasonCode: "partly-together", reason: "partly together", finding };
  }
  if (evidence.phaseSoon) return tooEarly(secondsFromStart(members, tempoHz ?? GUESSED_HZ, windowS), finding);
  // Envelopes alone that show nothing prove nothing: an even rhythm has a flat one.
  const apart = tempoHz !== undefined && findings.every((f) => (f.value ?? 0) < APART_SCORE);
  if (apart && steady < -Math.log(APART_ODDS)) return { verdict: "not-in-sync", finding };
  if (tempoHz === undefined) return tooEarly(secondsFromStart(members, GUESSED_HZ, windowS), finding);
  return tooEarly(secondsToVerdict({ members, cycles, tempoHz, p, tempoGap }, ALPHA), finding);
};

/** Of the statistics beyond chance the one that shows most; where none is, the one nearest to it. */
const strongestOf = ({ findings }: Evidence): Finding | undefined => {
  const beyond = findings.filter((f) => f.p <= ALPHA).sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return beyond[0] ?? [...findings].sort((a, b) => a.p - b.p)[0];
};
