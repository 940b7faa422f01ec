import { LineReader } from "@entrain/protocol";
import type { Faced, Target } from "../target.ts";

const BYTES = 1 << 20;
/** Sixty-four letters that a frame is made of, and ends. */
const LETTERS = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz012345678=\n+");

/** Bytes without any meaning, four at a draw (xorshift, Marsaglia 2003); in every other round letters alone. */
const fill = (bytes: Uint8Array, seed: number): void => {
  const words = new Uint32Array(bytes.buffer);
  let word = (seed ^ 0x9e3779b9) >>> 0 || 1;
  for (let i = 0; i < words.length; i++) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    words[i] = word;
  }
  if (seed % 2 === 0) for (let i = 0; i < bytes.length; i++) bytes[i] = LETTERS[(bytes[i] ?? 0) & 63] ?? 0;
};

const round = (seed: number): Faced => {
  const bytes = new Uint8Array(BYTES);
  fill(bytes, seed);
  const faults: string[] = [];
  const reader = new LineReader({
    onMessage: ({ kind }) => faults.push(`seed ${String(seed)}: believed a ${kind}`),
  });
  reader.push(bytes);
  return { bytes: BYTES, faults };
};

export const noise: Target = { name: "noise on a link", holds: "nothing is read", share: 0.51, round };
