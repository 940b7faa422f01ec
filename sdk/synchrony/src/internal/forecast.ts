/** What is known of a group that is not decided yet. */
export interface Undecided {
  readonly members: number;
  /** Cycles of phase looked at so far. */
  readonly cycles: number;
  readonly tempoHz: number;
  readonly p: number;
  /** Mean difference of tempo between two members, share of the tempo. */
  readonly tempoGap: number;
}

/**
 * p of people who do hold together falls with the length looked at: strangers' drift grows with it, and the drift that is
 * told from none shrinks. The power was fitted to simulated pairs and groups; see the README's table.
 */
const P_FALLS_WITH = 1.3;
/** Strangers are seen to part once the distance between them has gone round about this often. */
const PARTING_TURNS = 1.2;
/** Nobody is promised less than a little more, and nothing is said beyond ten minutes. */
const LEAST_SHARE = 0.15;
const LONGEST_S = 600;

/** Seconds more until a verdict may be expected, rounded to what can be said: whichever comes first, p ≤ alpha or a parting. */
export const secondsToVerdict = ({ members, cycles, tempoHz, p, tempoGap }: Undecided, alpha: number): number => {
  const relative = Math.max(1, members - 1);
  const together = cycles * Math.max(1, p / alpha) ** (1 / (P_FALLS_WITH * relative));
  const apart = tempoGap > 0 ? PARTING_TURNS / tempoGap : Infinity;
  const more = Math.max(Math.min(together, apart) - cycles, LEAST_SHARE * cycles) / tempoHz;
  return rounded(Math.min(LONGEST_S, more));
};

/** Two cycles to find the rhythm, six to look at, two until they are settled, and a little. */
const FIRST_CYCLES = 11;
/** However fast the movement. */
const FIRST_S = 12;

/** Before there is evidence: when the first verdict mostly comes, less the time since the movement began. */
export const secondsFromStart = (tempoHz: number, passedS: number): number =>
  rounded(Math.min(LONGEST_S, Math.max(2, Math.max(FIRST_S, FIRST_CYCLES / tempoHz) - passedS)));

const rounded = (seconds: number): number => {
  const step = seconds < 15 ? 2 : seconds < 60 ? 5 : 10;
  return Math.max(step, Math.round(seconds / step) * step);
};
