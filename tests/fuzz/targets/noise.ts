import { LineReader } from "@entrain/protocol";
import { diceOf } from "../dice.ts";
import type { Faced, Target } from "../target.ts";

const BYTES = 1 << 20;
const BASE64 = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n\n\r");

/** Bytes without any meaning; half of them letters that a frame is made of. */
const round = (seed: number): Faced => {
  const { below } = diceOf(seed);
  const bytes = new Uint8Array(BYTES);
  const alphabet = seed % 2 === 0 ? undefined : BASE64;
  for (let i = 0; i < BYTES; i++) bytes[i] = alphabet ? (alphabet[below(alphabet.length)] ?? 0) : below(256);
  const faults: string[] = [];
  const reader = new LineReader({
    onMessage: ({ kind }) => faults.push(`seed ${String(seed)}: believed a ${kind}`),
  });
  reader.push(bytes);
  return { bytes: BYTES, faults };
};

export const noise: Target = { name: "noise on a link", holds: "nothing is read", share: 0.5, round };
