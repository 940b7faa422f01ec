/** One step of mulberry32 (Tommy Ettinger) from a state already advanced: uniform in [0, 1). */
const mixed = (state: number): number => {
  let x = Math.imul(state ^ (state >>> 15), 1 | state);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
};

/** A seeded source that can be begun anew as often as wanted, without a new function each time. */
export class Reseedable {
  /** A signed integer of 32 bits: larger numbers would be allocated anew at each step. */
  #state: number;

  /** @param seed any integer; its low 32 bits are used */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  reseed(seed: number): void {
    this.#state = seed | 0;
  }

  /** Uniform in [0, 1). */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return mixed(this.#state);
  };
}

/**
 * mulberry32 (Tommy Ettinger): a small seeded source, uniform in [0, 1). Good enough for surrogates, not for secrets.
 *
 * @param seed any integer; its low 32 bits are used
 */
export const mulberry32 = (seed: number): (() => number) => new Reseedable(seed).next;
