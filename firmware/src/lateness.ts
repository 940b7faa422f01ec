/** How late pulses are commanded, which says how long the interpreter takes to get to a handler. */

/** The least ever: what it takes from an event to its handler where nothing else is being done. 0 until the first pulse. */
export let leastLatenessMicros = 0;
let worstMicros = 0;

export const noteLateness = (micros: number): void => {
  if (micros > worstMicros) worstMicros = micros;
  // Below 0 the clock was set back in between, which says nothing.
  if (micros > 0 && (leastLatenessMicros === 0 || micros < leastLatenessMicros)) leastLatenessMicros = micros;
};

/** The latest since this was last asked. */
export const takeWorstLateness = (): number => {
  const worst = worstMicros;
  worstMicros = 0;
  return worst;
};

/**
 * From a pulse's handler to its motor, at its quickest: a handler is called so much sooner. It is no part of the motor's
 * lag, and longer than a linear motor's. Until the first pulse: more than was counted (docs/BENCH.md).
 */
export let commandMicros = 16000;

export const noteCommand = (micros: number): void => {
  // Below 0 the clock was set back in between.
  if (micros >= 0 && micros < commandMicros) commandMicros = micros;
};
