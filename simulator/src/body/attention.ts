import type { Random } from "../random/index.ts";

/** How somebody's mind wanders. */
export interface AttentionOpts {
  readonly random: Random;
  readonly tStartMicros: number;
  /** Lapses a minute, on average; 0 for none. */
  readonly lapsesPerMinute: number;
  /** Mean length of a lapse, s; lengths are exponential. */
  readonly lapseSeconds: number;
}

/** Whether somebody attends to what they feel, at times that only go forwards. */
export interface Attention {
  isAwayAt(tMicros: number): boolean;
}

const MICROS_PER_MINUTE = 60e6;

/** Lapses come as a Poisson process does: no memory of the last one. */
export const createAttention = ({ random, tStartMicros, lapsesPerMinute, lapseSeconds }: AttentionOpts): Attention => {
  const waitMicros = (meanMicros: number): number => -meanMicros * Math.log(1 - random.uniform());
  const between = (): number => (lapsesPerMinute > 0 ? waitMicros(MICROS_PER_MINUTE / lapsesPerMinute) : Infinity);
  let tFromMicros = tStartMicros + between();
  let tToMicros = tFromMicros + waitMicros(lapseSeconds * 1e6);
  return {
    isAwayAt(tMicros) {
      while (tMicros >= tToMicros) {
        tFromMicros = tToMicros + between();
        tToMicros = tFromMicros + waitMicros(lapseSeconds * 1e6);
      }
      return tMicros >= tFromMicros;
    },
  };
};
