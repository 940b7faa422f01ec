// FIPS 180-4, SHA-256. Written here: what platforms offer is asynchronous, or there on some of them only, and this room
// names none of them.

const WORDS = 16;
const ROUNDS = 64;
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;
const END = 0x80;

export const SHA256_BYTES = 32;
export const SHA256_BLOCK_BYTES = BLOCK_BYTES;

/** The first 32 bits of a fraction. */
const fractionBits = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;

/** The first `count` primes. */
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};

const PRIMES = primes(ROUNDS);
/** §4.2.2: from cube roots, §5.3.3: from square roots of primes. The tests hold both to the standard's vectors. */
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const at = (words: Int32Array, i: number): number => words[i] as number;

const expand = (block: DataView, offset: number, schedule: Int32Array): void => {
  for (let i = 0; i < WORDS; i++) schedule[i] = block.getInt32(offset + 4 * i);
  for (let i = WORDS; i < ROUNDS; i++) {
    const [before, last] = [at(schedule, i - 15), at(schedule, i - 2)];
    const s0 = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const s1 = turned(last, 17) ^ turned(last, 19) ^ (last >>> 10);
    schedule[i] = at(schedule, i - WORDS) + s0 + at(schedule, i - 7) + s1;
  }
};

const compress = (state: Int32Array, schedule: Int32Array): void => {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < ROUNDS; i++) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(CONSTANTS, i) + at(schedule, i)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
};

/** SHA-256 of some bytes: 32 bytes (FIPS 180-4). */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const blocks = Math.ceil((bytes.length + 1 + LENGTH_BYTES) / BLOCK_BYTES);
  const padded = new Uint8Array(blocks * BLOCK_BYTES);
  padded.set(bytes);
  padded[bytes.length] = END;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - LENGTH_BYTES, 8n * BigInt(bytes.length));
  const state = INITIAL.slice();
  const schedule = new Int32Array(ROUNDS);
  for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) {
    expand(view, offset, schedule);
    compress(state, schedule);
  }
  const digest = new DataView(new ArrayBuffer(SHA256_BYTES));
  state.forEach((word, i) => {
    digest.setInt32(4 * i, word);
  });
  return new Uint8Array(digest.buffer);
};
