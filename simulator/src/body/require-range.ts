/** A parameter that the simulator cannot work with is a mistake in the test or tool that gave it: it is refused, loudly. */
export const requireRange = (name: string, value: number, least: number, most: number): number => {
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name}: expected ${String(least)} to ${String(most)}, found ${String(value)}`);
};

/** The same for a time, which may be any finite number. */
export const requireTime = (tMicros: number): number => {
  if (Number.isFinite(tMicros)) return tMicros;
  throw new RangeError(`tMicros: expected a finite number, found ${String(tMicros)}`);
};
