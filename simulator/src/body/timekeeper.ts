import type { Random } from "../random/index.ts";

/** The periods of a movement. */
export interface PeriodRange {
  /** When nothing paces it. */
  readonly ownPeriodMicros: number;
  readonly shortestPeriodMicros: number;
  readonly longestPeriodMicros: number;
}

/** How steadily somebody keeps time. */
export interface TimekeeperOpts extends PeriodRange {
  /** SD of the timekeeper's interval, as a share of the period (timing variance grows with the interval). */
  readonly timekeeperSdRatio: number;
  /** SD of the delay from the timekeeper's tick to the movement; does not grow with the interval. */
  readonly motorSdMicros: number;
  /** SD of the slow wander of the tempo, as a share of the period; 0 for none. */
  readonly wanderSdRatio: number;
  /** Cycles in which a wander falls to 1/e. */
  readonly wanderCycles: number;
  readonly random: Random;
}

/** Ticks hidden inside a person, and the movements that come of them. */
export interface Timekeeper {
  /** The period now intended. */
  readonly periodMicros: number;
  /** Time of the last tick. */
  readonly tTickMicros: number;
  /** Ticks, and returns the time of the movement onset that belongs to the tick. */
  next(): number;
  /** Brings the last tick, and all after it, forward by so much. */
  advanceMicros(byMicros: number): void;
  /** Intends another period from the next tick on; held within what the movement allows. */
  intend(periodMicros: number): void;
}

/**
 * The two-level timing model of Wing & Kristofferson (1973), as used by Vorberg & Schulze (2002): ticks are a period and
 * a timekeeper noise apart, and each movement follows its tick by a motor delay whose noise does not add up. The period
 * may wander as an AR(1) process does.
 *
 * @param tFirstMicros - time of the first tick, whose movement comes without delay
 */
export const createTimekeeper = (tFirstMicros: number, opts: TimekeeperOpts): Timekeeper => {
  const ticks = opts.random.fork("timekeeper");
  const motor = opts.random.fork("motor");
  const wanders = opts.random.fork("wander");
  const persistence = Math.exp(-1 / opts.wanderCycles);
  const innovation = Math.sqrt(1 - persistence * persistence);
  const bounded = (periodMicros: number): number =>
    Math.min(opts.longestPeriodMicros, Math.max(opts.shortestPeriodMicros, periodMicros));

  let tTickMicros = tFirstMicros;
  let intendedMicros = bounded(opts.ownPeriodMicros);
  let wander = wanders.normal();
  const periodMicros = (): number => bounded(intendedMicros * Math.exp(opts.wanderSdRatio * wander));

  return {
    get periodMicros() {
      return periodMicros();
    },
    get tTickMicros() {
      return tTickMicros;
    },
    next() {
      wander = persistence * wander + innovation * wanders.normal();
      const period = periodMicros();
      tTickMicros += period * (1 + opts.timekeeperSdRatio * ticks.normal());
      return tTickMicros + opts.motorSdMicros * motor.normal();
    },
    advanceMicros(byMicros) {
      tTickMicros -= byMicros;
    },
    intend(toMicros) {
      intendedMicros = bounded(toMicros);
    },
  };
};
