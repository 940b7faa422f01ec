/** Two intervals count as the same tempo when they differ by no more than this share. */
const EVEN_WITHIN = 0.1;

/** Hears a tempo in pulses. */
export interface TempoSense {
  /** A pulse, in order of time. */
  observe(tMicros: number): void;
  /** Mean of the last two intervals between pulses, where they agree; undefined where there is no tempo to be heard. */
  readonly intervalMicros: number | undefined;
  /** When the last pulse came. */
  readonly tLastMicros: number | undefined;
}

/** Three evenly spaced pulses make a tempo; one that is missing or too many unmakes it until there are three again. */
export const createTempoSense = (): TempoSense => {
  let tLastMicros: number | undefined;
  let lastMicros = NaN;
  let intervalMicros: number | undefined;
  return {
    observe(tMicros) {
      const newMicros = tMicros - (tLastMicros ?? NaN);
      // Comparisons with NaN are false: no tempo before the third pulse.
      const isEven = newMicros > 0 && Math.abs(newMicros - lastMicros) <= EVEN_WITHIN * lastMicros;
      intervalMicros = isEven ? (newMicros + lastMicros) / 2 : undefined;
      lastMicros = newMicros;
      tLastMicros = tMicros;
    },
    get intervalMicros() {
      return intervalMicros;
    },
    get tLastMicros() {
      return tLastMicros;
    },
  };
};
