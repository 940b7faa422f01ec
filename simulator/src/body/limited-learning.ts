import type { Random } from "../random/index.ts";
import type { PeriodLearning } from "./period-learning.ts";
import { createTempoSense } from "./tempo-sense.ts";
import type { PeriodRange, Timekeeper } from "./timekeeper.ts";

/** Pulses missed in a row until the own tempo begins to come back, as in `period-learning.ts`. */
const PATIENCE_PULSES = 3;
const RETURN_SHARE = 0.05;
/** Whoever is not attending comes back to the own tempo so much faster. */
const AWAY_PULL = 2;

/** How far somebody's tempo can be moved. */
export interface Limits {
  /**
   * Period correction works while the pulse's tempo is no farther from the one intended than this share.
   * [.03 for runners who were told nothing, Van Dyck et al. 2015; .1 and more for those who tap on purpose]
   */
  readonly reach: number;
  /** Farther off: the chance, at each movement, of taking the pulse's tempo over on purpose. */
  readonly takeOver: number;
  /** Share of the way back to the own tempo at each movement. [Zamm, Wang & Palmer 2018: players drift back to theirs] */
  readonly pull: number;
}

export interface LimitedLearningOpts extends PeriodRange {
  readonly beta: number;
  readonly limits: Limits;
  readonly pulsesPerMovement: number;
  readonly random: Random;
  readonly isAwayAt: (tMicros: number) => boolean;
}

export interface LimitedLearning extends PeriodLearning {
  /** Whether the pulse is near enough to be followed. */
  readonly isNear: boolean;
}

/**
 * Period correction of somebody who follows within limits only: near tempi by a share of the difference of periods at each
 * movement (Mates 1994), far ones seldom, at a leap. By the asynchrony instead, as in `period-learning.ts`, whoever comes
 * in half a beat off would be carried out of reach before they had the phase.
 */
export const createLimitedLearning = (timekeeper: Timekeeper, opts: LimitedLearningOpts): LimitedLearning => {
  const { beta, limits, pulsesPerMovement, random, ownPeriodMicros } = opts;
  const sense = createTempoSense();
  let intendedMicros = ownPeriodMicros;
  let isNear = true;

  const takeIn = (): void => {
    const heardMicros = (sense.intervalMicros ?? NaN) * pulsesPerMovement;
    if (Number.isNaN(heardMicros)) return;
    isNear = Math.abs(heardMicros / intendedMicros - 1) <= limits.reach;
    if (isNear) intendedMicros += beta * (heardMicros - intendedMicros);
    else if (random.uniform() < limits.takeOver) intendedMicros = heardMicros;
  };

  return {
    get isNear() {
      return isNear;
    },
    learn(tMicros, pulsesMicros) {
      for (const tPulseMicros of pulsesMicros) sense.observe(tPulseMicros);
      const isAway = opts.isAwayAt(tMicros);
      const silentMicros = PATIENCE_PULSES * Math.max(1, 1 / pulsesPerMovement) * intendedMicros;
      const isSilent = tMicros - (sense.tLastMicros ?? -Infinity) > silentMicros;
      if (!isAway && !isSilent) takeIn();
      const back = isSilent ? RETURN_SHARE : limits.pull * (isAway ? AWAY_PULL : 1);
      intendedMicros += back * (ownPeriodMicros - intendedMicros);
      intendedMicros = Math.min(opts.longestPeriodMicros, Math.max(opts.shortestPeriodMicros, intendedMicros));
      timekeeper.intend(intendedMicros);
    },
  };
};
