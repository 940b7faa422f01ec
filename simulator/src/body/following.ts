/** How somebody answers what they feel and hear. Published values in brackets. */
export interface Following {
  /** Share of an asynchrony to the own pulse that the next interval makes up for: phase correction. [0.1–0.5; Repp & Su 2013] */
  readonly alpha: number;
  /**
   * Share of it by which the period itself is changed: period correction. [0–0.2; Repp & Keller 2004] Above 0 an evenly
   * pulsed tempo unlike the own one is taken over within a few movements, too.
   */
  readonly beta: number;
  /** Share of the mean asynchrony to the others' onsets that the next interval makes up for. [0.1–0.35 in ensembles; Wing et al. 2014] */
  readonly alphaOthers: number;
  /** Asynchrony aimed at without noticing; negative is early. [−40 ms at 600 ms] */
  readonly meanAsynchronyMicros: number;
  /** So many movements… */
  readonly movements: number;
  /** …to so many pulses: 1 to 2 is half time, 2 to 1 double time. */
  readonly pulses: number;
}

/** Follows the own pulse, one movement to a pulse, as an untrained adult does. */
export const FOLLOWS_PULSE: Following = {
  alpha: 0.25,
  beta: 0.05,
  alphaOthers: 0,
  meanAsynchronyMicros: -40_000,
  movements: 1,
  pulses: 1,
};

/** Hears nothing and nobody. */
export const FOLLOWS_NOTHING: Following = { ...FOLLOWS_PULSE, alpha: 0, beta: 0 };
