import { HEADER_BYTES, MAX_FRAME_BYTES, PAYLOAD_BYTES_AT, SEALED, SEALED_AT } from "@entrain/protocol";
import { frame, frame16, frame32, frame8 } from "./frame.ts";
import { Bytes } from "./natives.ts";

/**
 * Whether a command comes from the group that a band belongs to: the band's side of the seals in SPEC.md. The interpreter
 * hashes natively; what is hashed lies ready in two buffers, the key in their first block. No first board asks for seals
 * yet: a bundle with them has this file, and its link asks before it obeys anything but a stop.
 */

const BLOCK_BYTES = 64;
const BLOCK_WORDS = 16;
const CONTEXT_BYTES = 8;
const DIGEST_BYTES = 32;
const KEY_WORDS = 4;
const INNER_PAD = 0x36363636;
const OUTER_PAD = 0x5c5c5c5c;

/** Why a command is not obeyed. */
export const UNSEALED = 1;
export const FORGED = 2;
export const REPLAYED = 3;

const inner = new ArrayBuffer(BLOCK_BYTES + CONTEXT_BYTES + MAX_FRAME_BYTES);
const inner8 = new Uint8Array(inner);
const inner32 = new Uint32Array(inner);
const outer = new ArrayBuffer(BLOCK_BYTES + DIGEST_BYTES);
const outer8 = new Uint8Array(outer);
const outer32 = new Uint32Array(outer);
const sha256 = espruinoRequire("crypto").SHA256;
let lastCounter = 0;

/** @param key - of the group, four words as they lie in a frame */
export const setGroupKey = (key: ArrayLike<number>, bandId: number, bootId: number): void => {
  for (let i = 0; i < BLOCK_WORDS; i++) {
    const word = i < KEY_WORDS ? (key[i] as number) : 0;
    inner32[i] = word ^ INNER_PAD;
    outer32[i] = word ^ OUTER_PAD;
  }
  inner32[BLOCK_WORDS] = bandId;
  inner32[BLOCK_WORDS + 1] = bootId;
  lastCounter = 0;
};

/** Why the frame that stands in the views is not to be obeyed; 0 = it is. Its checksum and length were found right. */
export const sealRefusal = (): number => {
  if (frame8[SEALED_AT] !== SEALED) return UNSEALED;
  const counterAt = HEADER_BYTES + (((frame16[PAYLOAD_BYTES_AT / 2] as number) + 3) & ~3);
  const tagAt = counterAt + 4;
  inner8.set(new Bytes(frame, 0, tagAt), BLOCK_BYTES + CONTEXT_BYTES);
  outer8.set(new Bytes(sha256(new Bytes(inner, 0, BLOCK_BYTES + CONTEXT_BYTES + tagAt))), BLOCK_BYTES);
  const tag = new Uint32Array(sha256(outer8));
  if (frame32[tagAt / 4] !== tag[0] || frame32[tagAt / 4 + 1] !== tag[1]) return FORGED;
  const counter = frame32[counterAt / 4] as number;
  if (counter <= lastCounter) return REPLAYED;
  lastCounter = counter;
  return 0;
};
