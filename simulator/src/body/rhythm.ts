import { createEar, nearestAsynchrony, type Ear } from "./ear.ts";
import type { Following } from "./following.ts";
import type { PeriodLearning } from "./period-learning.ts";
import { requireTime } from "./require-range.ts";
import { createSmoothTrack, type SmoothTrack } from "./smooth-track.ts";
import type { Timekeeper } from "./timekeeper.ts";

/** No cycle is shorter than this share of its period, whatever the noise. */
const SHORTEST_CYCLE = 0.5;
/** Nobody makes up more than this share of what is left of a cycle at once; beyond it the phase would have to run back. */
const MOST_CORRECTED = 0.4;

/** What a rhythm is made of. */
export interface RhythmParts {
  readonly tStartMicros: number;
  /** Phase at the start, cycles, [0, 1). */
  readonly startPhase: number;
  /** Its first tick is the first onset, after the start. */
  readonly timekeeper: Timekeeper;
  readonly following: Following;
  readonly learning: PeriodLearning;
  /** Each onset, in order, with the time then planned for the next one. */
  readonly onOnset: (tOnsetMicros: number, tNextMicros: number) => void;
}

/** Movement phase that follows a timekeeper, and what is felt and heard. */
export interface Rhythm {
  /** Phase in cycles; see {@link SmoothTrack}. */
  readonly phase: Pick<SmoothTrack, "at">;
  /** Commits the rhythm up to a time. */
  advance(tMicros: number): void;
  feelPulse(tMicros: number): void;
  hearOnset(from: string, tMicros: number): void;
}

/**
 * Linear phase correction (Vorberg & Schulze 2002; Repp & Su 2013): A[n+1] = (1 − α)·A[n] + T[n] + M[n+1] − M[n] − P.
 *
 * Each cycle is planned at its onset. Half-way to the next one (sooner where there are several pulses to a movement) it
 * is known which pulse belonged to the last onset, whether it came before or after; then the rest of the cycle is bent
 * so as to end where the correction wants it. The phase never steps.
 */
export const createRhythm = (parts: RhythmParts): Rhythm => {
  const { timekeeper, following, learning } = parts;
  const nearShare = 1 / (2 * following.pulses);
  const pulses = createEar();
  const others = new Map<string, Ear>();

  let count = 0;
  let tLast = parts.tStartMicros - parts.startPhase * timekeeper.periodMicros;
  let tNext = timekeeper.tTickMicros;
  let tDecide = Infinity;
  const endRateHz = (): number => 1e6 / timekeeper.periodMicros;
  const startRateHz = ((1 - parts.startPhase) * 1e6) / (tNext - parts.tStartMicros);
  const phase = createSmoothTrack(parts.tStartMicros, parts.startPhase, startRateHz);
  phase.aim(parts.tStartMicros, tNext, 1, endRateHz());

  const othersAsynchrony = (windowMicros: number): number => {
    let [sum, heard] = [0, 0];
    for (const ear of others.values()) {
      const asynchrony = nearestAsynchrony(tLast, ear.take(tDecide), windowMicros);
      if (asynchrony === undefined) continue;
      sum += asynchrony;
      heard++;
    }
    return heard === 0 ? 0 : sum / heard;
  };

  const decide = (): void => {
    const periodMicros = timekeeper.periodMicros;
    const felt = pulses.take(tDecide);
    const asynchrony = nearestAsynchrony(tLast, felt, nearShare * periodMicros);
    const surplus = asynchrony === undefined ? undefined : asynchrony - following.meanAsynchronyMicros;
    const wanted = following.alpha * (surplus ?? 0) + following.alphaOthers * othersAsynchrony(periodMicros / 2);
    const most = MOST_CORRECTED * (tNext - tDecide);
    const correction = Math.max(-most, Math.min(most, wanted));
    timekeeper.advanceMicros(correction);
    learning.learn(tDecide, felt, surplus);
    tNext -= correction;
    if (correction !== 0) phase.aim(tDecide, tNext, count + 1, endRateHz());
    tDecide = Infinity;
  };

  const reachOnset = (): void => {
    count++;
    tLast = tNext;
    tNext = Math.max(timekeeper.next(), tLast + SHORTEST_CYCLE * timekeeper.periodMicros);
    tDecide = tLast + nearShare * (tNext - tLast);
    phase.aim(tLast, tNext, count + 1, endRateHz());
    parts.onOnset(tLast, tNext);
  };

  return {
    phase,
    advance(tMicros) {
      requireTime(tMicros);
      for (;;) {
        if (tDecide <= tMicros) decide();
        else if (tNext <= tMicros) reachOnset();
        else return;
      }
    },
    feelPulse(tMicros) {
      pulses.hear(tMicros);
    },
    hearOnset(from, tMicros) {
      let ear = others.get(from);
      if (ear === undefined) others.set(from, (ear = createEar()));
      ear.hear(tMicros);
    },
  };
};
