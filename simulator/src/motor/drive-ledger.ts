/** A span in which a motor was driven at one level. */
export interface DrivenSpan {
  readonly onMicros: number;
  /** Undefined while it lasts. */
  readonly offMicros: number | undefined;
  /** (0, 1]. */
  readonly level: number;
}

/** Everything a motor was ever told to do, for proving the safety limits. */
export interface DriveLedger {
  /** In order of time, never overlapping; a change of level ends one span and begins the next. */
  readonly spans: readonly DrivenSpan[];
  /** The level driven now, 0 for none. */
  readonly level: number;
  /** @throws RangeError where time runs back or the level is not within 0 to 1. */
  set(tMicros: number, level: number): void;
}

/** An empty ledger. */
export const createDriveLedger = (): DriveLedger => {
  const spans: DrivenSpan[] = [];
  let level = 0;
  let tLastMicros = -Infinity;
  return {
    spans,
    get level() {
      return level;
    },
    set(tMicros, newLevel) {
      if (!(tMicros >= tLastMicros) || tMicros === Infinity)
        throw new RangeError(`drive: expected a time from ${String(tLastMicros)}, found ${String(tMicros)}`);
      if (!(newLevel >= 0 && newLevel <= 1)) throw new RangeError(`drive: expected 0 to 1, found ${String(newLevel)}`);
      tLastMicros = tMicros;
      if (newLevel === level) return;
      const open = spans.at(-1);
      if (level > 0 && open !== undefined) spans[spans.length - 1] = { ...open, offMicros: tMicros };
      if (newLevel > 0) spans.push({ onMicros: tMicros, offMicros: undefined, level: newLevel });
      level = newLevel;
    },
  };
};

/** Time driven between two times, whatever the level, microseconds. */
export const drivenMicros = (spans: readonly DrivenSpan[], tFromMicros: number, tToMicros: number): number =>
  spans.reduce((sum, { onMicros, offMicros }) => {
    const inside = Math.min(offMicros ?? tToMicros, tToMicros) - Math.max(onMicros, tFromMicros);
    return sum + Math.max(0, inside);
  }, 0);
