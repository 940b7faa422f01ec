// https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain)

const TWO_POW_32 = 4_294_967_296;

/**
 * Tommy Ettinger's mulberry32: 32 bits of state, period 2³², passes the gjrand suite. Small and quick, and the state is
 * plain integer arithmetic, so that every engine gives the same stream.
 *
 * @param seed - any number; its lower 32 bits count
 * @returns a function that draws uniformly from [0, 1)
 */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_POW_32;
  };
};
