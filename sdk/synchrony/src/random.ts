/**
 * mulberry32 (Tommy Ettinger): a small seeded source, uniform in [0, 1). Good enough for surrogates, not for secrets.
 *
 * @param seed any integer; its low 32 bits are used
 */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
};
