import type { ReasonCode, Verdict } from "./api.ts";
import type { Evidence, Finding } from "./internal/window-test.ts";

/** Level of the test behind 'in-sync'. The promise is 5 %; the rest is kept for what the null does not model. */
export const ALPHA = 0.05;
/** Beyond chance is not enough to be called in sync: this much of the room above chance must be filled. */
export const MIN_SCORE = 0.7;
/** Between this and the one above people share something, and neither word would be true. */
const PARTLY_SCORE = 0.55;
/** Below this the movements plainly went apart. */
export const APART_SCORE = 0.2;
const MIN_CYCLES = 6;

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasonCode?: ReasonCode;
  readonly reason?: string;
  readonly finding?: Finding;
  readonly secondsUntilVerdict?: number;
}

/** Two strangers within 2 % of each other part by a cycle in about 1/(0.02 f) seconds; each try adds half a window. */
const secondsFor = (evidence: Evidence, windowS: number): number => {
  const needed = 1 / (0.02 * (evidence.tempoHz ?? 1));
  return Math.max(10, Math.ceil(Math.max(needed - windowS, windowS / 2) / 10) * 10);
};

const tooEarly = (seconds: number, finding?: Finding): Judgement => ({
  verdict: "undecided",
  reasonCode: "too-early",
  reason: `too early, about ${String(seconds)} s more`,
  secondsUntilVerdict: seconds,
  ...(finding === undefined ? {} : { finding }),
});

/** From evidence to words. */
export const judge = (evidence: Evidence, windowS: number): Judgement => {
  if (evidence.findings.length === 0 && evidence.members >= 2) return tooEarly(secondsFor(evidence, windowS));
  if (evidence.findings.length === 0) {
    return { verdict: "withheld", reasonCode: "too-few-moving", reason: "resting" };
  }
  const tempoHz = evidence.tempoHz;
  if (tempoHz !== undefined && windowS * tempoHz < MIN_CYCLES) {
    return tooEarly(Math.ceil((MIN_CYCLES / tempoHz - windowS) / 5) * 5);
  }
  const finding = strongestOf(evidence);
  if (finding === undefined) return { verdict: "withheld", reasonCode: "too-few-moving", reason: "resting" };
  const beyondChance = evidence.p <= ALPHA;
  if (beyondChance && (finding.value ?? 0) >= MIN_SCORE) return { verdict: "in-sync", finding };
  if (beyondChance && (finding.value ?? 0) >= PARTLY_SCORE) {
    return { verdict: "undecided", reasonCode: "partly-together", reason: "partly together", finding };
  }
  if (evidence.phaseSoon) return tooEarly(Math.max(5, Math.ceil(windowS / 10) * 5), finding);
  // Envelopes alone that show nothing prove nothing: an even rhythm has a flat one.
  const apart = evidence.group !== undefined && evidence.findings.every((f) => (f.value ?? 0) < APART_SCORE);
  if (apart || beyondChance) return { verdict: "not-in-sync", finding };
  return tooEarly(secondsFor(evidence, windowS), finding);
};

/** Of the statistics beyond chance the one that shows most; where none is, the one nearest to it. */
const strongestOf = ({ findings }: Evidence): Finding | undefined => {
  const beyond = findings.filter((f) => f.p <= ALPHA).sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return beyond[0] ?? [...findings].sort((a, b) => a.p - b.p)[0];
};
