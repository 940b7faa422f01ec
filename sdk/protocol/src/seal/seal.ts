import { crc32 } from "../crc32.ts";
import { ProtocolError } from "../errors.ts";
import { CRC_BYTES, HEADER_BYTES, MAX_FRAME_BYTES, PAYLOAD_BYTES_AT, TYPE_AT } from "../frame.ts";
import { paddedBytes } from "../layout.ts";
import { messages } from "../messages.ts";
import { hmacSha256 } from "./hmac.ts";

/**
 * A seal proves that a command comes from whoever holds the key of a band's group, is meant for this band since its last
 * boot, and was not obeyed before. It stands between a frame's payload and its checksum: a counter (u32), then the first
 * {@link TAG_BYTES} of an HMAC-SHA-256 (RFC 2104, truncated as its §5 allows). See SPEC.md, "Sealed commands".
 */

export const GROUP_KEY_BYTES = 16;
export const TAG_BYTES = 8;
export const SEAL_BYTES = 4 + TAG_BYTES;
/** The second byte of a frame, where it is sealed; 0 where it is not. */
export const SEALED_AT = 1;
export const SEALED = 1;

/** Which band since which boot: what a seal is for beside the frame that it stands in. */
export interface SealedFor {
  readonly bandId: number;
  readonly bootId: number;
}

const CONTEXT_BYTES = 8;

/** The tag of the first `end` bytes of a frame. */
const tagOf = (key: Uint8Array, { bandId, bootId }: SealedFor, frame: Uint8Array, end: number): Uint8Array => {
  const message = new Uint8Array(CONTEXT_BYTES + end);
  const view = new DataView(message.buffer);
  view.setUint32(0, bandId, true);
  view.setUint32(4, bootId, true);
  message.set(frame.subarray(0, end), CONTEXT_BYTES);
  return hmacSha256(key, message).subarray(0, TAG_BYTES);
};

/** A key that is none would seal nothing. @throws ProtocolError */
const requireKey = (key: Uint8Array): void => {
  if (key.length !== GROUP_KEY_BYTES)
    throw new ProtocolError(
      "value-out-of-range",
      `expected a group key of ${String(GROUP_KEY_BYTES)} bytes, found ${String(key.length)}`,
    );
};

/**
 * Seals a frame of `encodeFrame`.
 *
 * @param counter - above that of every seal before it for this band and boot; u32
 * @returns a new frame, 12 bytes longer
 * @throws ProtocolError where it would be longer than a frame may be
 */
export const sealFrame = (frame: Uint8Array, key: Uint8Array, sealedFor: SealedFor, counter: number): Uint8Array => {
  requireKey(key);
  if (frame.length + SEAL_BYTES > MAX_FRAME_BYTES)
    throw new ProtocolError(
      "array-too-long",
      `expected a frame of at most ${String(MAX_FRAME_BYTES - SEAL_BYTES)} bytes to seal, found ${String(frame.length)}`,
    );
  const sealed = new Uint8Array(frame.length + SEAL_BYTES);
  const counterAt = frame.length - CRC_BYTES;
  sealed.set(frame.subarray(0, counterAt));
  sealed[SEALED_AT] = SEALED;
  const view = new DataView(sealed.buffer);
  view.setUint32(counterAt, counter, true);
  sealed.set(tagOf(key, sealedFor, sealed, counterAt + 4), counterAt + 4);
  view.setUint32(sealed.length - CRC_BYTES, crc32(sealed, sealed.length - CRC_BYTES), true);
  return sealed;
};

/** Why a band does not obey a command. Each is counted. */
export const SEAL_REFUSALS = ["unsealed", "forged", "replayed"] as const;
export type SealRefusal = (typeof SEAL_REFUSALS)[number];

/** Anybody may end what a band does. */
const FREE: ReadonlySet<number> = new Set([messages.stop.type, messages.stopAll.type]);

const isSame = (a: Uint8Array, b: Uint8Array): boolean => {
  let difference = a.length ^ b.length;
  for (const [i, byte] of a.entries()) difference |= byte ^ (b[i] ?? 0);
  return difference === 0;
};

/** Is a frame just as long as its payload and a seal make it? */
const hasRoomForSeal = (frame: DataView): boolean =>
  frame.byteLength >= HEADER_BYTES &&
  frame.byteLength === HEADER_BYTES + paddedBytes(frame.getUint16(PAYLOAD_BYTES_AT, true)) + SEAL_BYTES + CRC_BYTES;

/**
 * What a band of a group obeys. A new one stands for each boot: counters begin anew, and `bootId` differs.
 *
 * @example
 * ```ts
 * const guard = new SealGuard(key, { bandId: 1, bootId: 2 });
 * guard.refusal(encodeFrame({ kind: "identify", count: 1 }, 0)) === "unsealed";
 * ```
 */
export class SealGuard {
  private readonly key: Uint8Array;
  private readonly sealedFor: SealedFor;
  private counter = 0;

  constructor(key: Uint8Array, sealedFor: SealedFor) {
    requireKey(key);
    this.key = key;
    this.sealedFor = sealedFor;
  }

  /**
   * Why a command is not to be obeyed; undefined where it is. Takes any bytes and never throws.
   *
   * @param frame - a whole one, its checksum right, as a band that reads it has found already
   */
  refusal(frame: Uint8Array): SealRefusal | undefined {
    if (FREE.has(frame[TYPE_AT] ?? 0)) return undefined;
    if (frame[SEALED_AT] !== SEALED) return "unsealed";
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
    if (!hasRoomForSeal(view)) return "forged";
    const tagAt = frame.length - CRC_BYTES - TAG_BYTES;
    const tag = tagOf(this.key, this.sealedFor, frame, tagAt);
    if (!isSame(tag, frame.subarray(tagAt, tagAt + TAG_BYTES))) return "forged";
    const counter = view.getUint32(tagAt - 4, true);
    if (counter <= this.counter) return "replayed";
    this.counter = counter;
    return undefined;
  }
}
