import type { Random } from "../random/index.ts";
import { createAttention } from "./attention.ts";
import type { Following } from "./following.ts";
import { createLimitedLearning, type Limits } from "./limited-learning.ts";
import type { Kinematics } from "./quintic.ts";
import { requireRange, requireTime } from "./require-range.ts";
import { createRhythm } from "./rhythm.ts";
import { createTimekeeper } from "./timekeeper.ts";

/** Phase correction to pulses of quite another tempo: they are felt, and hardly answered. */
const FAR_ALPHA_SHARE = 1 / 3;
/** Nobody moves once in more than 5 s, or more than 5 times a second. */
const RANGE = { shortestPeriodMicros: 200_000, longestPeriodMicros: 5_000_000 };

/** What {@link createFollower} takes. */
export interface FollowerOpts extends Pick<Following, "alpha" | "beta" | "alphaOthers"> {
  readonly random: Random;
  readonly tStartMicros: number;
  /** Movements a second when nothing paces them. */
  readonly ownTempoHz: number;
  /** Movements to pulses: 1 to 2 is half time. Default 1 to 1. */
  readonly movements?: number;
  readonly pulses?: number;
  /** As a share of the period; negative is early. */
  readonly meanAsynchronyRatio: number;
  /** SD of the timekeeper, as a share of the period, and of the motor delay. */
  readonly timekeeperSdRatio: number;
  readonly motorSdMicros: number;
  /** Slow wander of the own tempo, as a share of the period. */
  readonly wanderSdRatio: number;
  readonly limits: Limits;
  readonly lapsesPerMinute: number;
  readonly lapseSeconds: number;
}

/** Somebody's timing alone, without a body: movement onsets, and the phase between them. */
export interface Follower {
  /** Ground truth, as `Body.phaseAt`: cycles, whole numbers at onsets. */
  phaseAt(tMicros: number): number;
  feelPulse(tMicros: number): void;
  hearOnset(from: string, tMicros: number): void;
  onOnset: ((tMicros: number) => void) | undefined;
}

const WANDER_CYCLES = 20;

/**
 * A person who follows a pulse within limits, event by event: the linear phase and period correction of Vorberg &
 * Schulze (2002), Mates (1994) and Repp & Su (2013), with what keeps real people from following anything at all: a
 * limited reach, a pull back to the own tempo, and lapses of attention in which nothing is corrected.
 *
 * @throws RangeError for parameters that nobody has
 */
export const createFollower = (opts: FollowerOpts): Follower => {
  const { random, tStartMicros, ownTempoHz, movements = 1, pulses = 1, alphaOthers } = opts;
  requireTime(tStartMicros);
  requireRange("ownTempoHz", ownTempoHz, 0.2, 5);
  requireRange("alpha", opts.alpha, 0, 2);
  requireRange("beta", opts.beta, 0, 1);
  requireRange("alphaOthers", alphaOthers, 0, 2);
  const range = { ...RANGE, ownPeriodMicros: 1e6 / ownTempoHz };
  const startPhase = random.fork("start").uniform();
  const timekeeper = createTimekeeper(tStartMicros + (1 - startPhase) * range.ownPeriodMicros, {
    ...opts,
    ...range,
    wanderCycles: WANDER_CYCLES,
    random: random.fork("timing"),
  });
  const attention = createAttention({ ...opts, random: random.fork("attention") });
  let isAway = false;
  const learning = createLimitedLearning(timekeeper, {
    ...range,
    beta: opts.beta / movements,
    limits: opts.limits,
    pulsesPerMovement: pulses / movements,
    random: random.fork("take over"),
    isAwayAt: () => isAway,
  });
  const rhythm = createRhythm({
    tStartMicros,
    startPhase,
    timekeeper,
    following: {
      get alpha() {
        return isAway ? 0 : opts.alpha * (learning.isNear ? 1 : FAR_ALPHA_SHARE);
      },
      beta: opts.beta,
      get alphaOthers() {
        return isAway ? 0 : alphaOthers;
      },
      get meanAsynchronyMicros() {
        return opts.meanAsynchronyRatio * timekeeper.periodMicros;
      },
      movements,
      pulses,
    },
    learning,
    onOnset(tMicros) {
      isAway = attention.isAwayAt(tMicros);
      follower.onOnset?.(tMicros);
    },
  });
  const here: Kinematics = { value: 0, rate: 0, acceleration: 0 };
  const follower: Follower = {
    phaseAt(tMicros) {
      rhythm.advance(tMicros);
      rhythm.phase.at(tMicros, here);
      return here.value;
    },
    feelPulse(tMicros) {
      rhythm.feelPulse(tMicros);
    },
    hearOnset(from, tMicros) {
      rhythm.hearOnset(from, tMicros);
    },
    onOnset: undefined,
  };
  return follower;
};
