import { crc32 } from "../crc32.ts";
import { decodeFrame } from "../decode.ts";
import { encodeFrame } from "../encode.ts";
import { CRC_BYTES, HEADER_BYTES, PAYLOAD_BYTES_AT } from "../frame.ts";
import type { MessageOf } from "../message-types.ts";
import { messages } from "../messages.ts";
import {
  AIR_PIECE_BYTES,
  AIR_PLAN_BANDS_AT,
  AIR_PLAN_BYTES_AT,
  AIR_PLAN_CHECK_AT,
  AIR_PLAN_FROM_AT,
  AIR_PLAN_PAYLOAD_AT,
} from "./air-layout.ts";

/** A plan for some bands, and when it begins; all of its times are of the air's clock, µs. */
export interface AirPlan {
  /** Bit k: the band with number k + 1. */
  readonly bands: number;
  readonly fromMicros: number;
  readonly plan: MessageOf<"plan">;
}

/** Of the payload: the lower half of its CRC-32. What stands before it comes in one piece, which the radio checks. */
const checkOf = (whole: Uint8Array): number => {
  const checked = whole.subarray(AIR_PLAN_PAYLOAD_AT);
  return crc32(checked, checked.length) & 0xffff;
};

/** A plan in one piece: its frame's payload, with a head of 16 bytes in place of the frame's. */
export const encodeAirPlan = ({ bands, fromMicros, plan }: AirPlan): Uint8Array => {
  const frame = encodeFrame(plan, 0);
  const payloadBytes = frame.length - HEADER_BYTES - CRC_BYTES;
  const whole = new Uint8Array(AIR_PLAN_PAYLOAD_AT + payloadBytes);
  whole.set(frame.subarray(HEADER_BYTES, HEADER_BYTES + payloadBytes), AIR_PLAN_PAYLOAD_AT);
  const view = new DataView(whole.buffer);
  view.setUint32(AIR_PLAN_BANDS_AT, bands, true);
  view.setUint16(AIR_PLAN_BYTES_AT, whole.length, true);
  view.setFloat64(AIR_PLAN_FROM_AT, fromMicros, true);
  view.setUint16(AIR_PLAN_CHECK_AT, checkOf(whole), true);
  return whole;
};

/** Cuts a plan into pieces; the last is padded with zeros. */
export const piecesOf = (whole: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(whole.length / AIR_PIECE_BYTES) }, (_, i) => {
    const piece = new Uint8Array(AIR_PIECE_BYTES);
    piece.set(whole.subarray(i * AIR_PIECE_BYTES, (i + 1) * AIR_PIECE_BYTES));
    return piece;
  });

/** Reads a plan put together from its pieces; undefined where it is none. */
export const decodeAirPlan = (bytes: Uint8Array): AirPlan | undefined => {
  if (bytes.length < AIR_PLAN_PAYLOAD_AT) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint16(AIR_PLAN_BYTES_AT, true);
  if (length < AIR_PLAN_PAYLOAD_AT || length > bytes.length) return undefined;
  const whole = bytes.subarray(0, length);
  if (checkOf(whole) !== view.getUint16(AIR_PLAN_CHECK_AT, true)) return undefined;
  const payload = whole.subarray(AIR_PLAN_PAYLOAD_AT);
  const fromMicros = view.getFloat64(AIR_PLAN_FROM_AT, true);
  const plan = planOfPayload(payload);
  if (plan === undefined || !Number.isFinite(fromMicros)) return undefined;
  return { bands: view.getUint32(AIR_PLAN_BANDS_AT, true), fromMicros, plan };
};

/** As the frame that would have carried it. */
const planOfPayload = (payload: Uint8Array): MessageOf<"plan"> | undefined => {
  const padded = (payload.length + 3) & ~3;
  const frame = new Uint8Array(HEADER_BYTES + padded + CRC_BYTES);
  frame[0] = messages.plan.type;
  frame.set(payload, HEADER_BYTES);
  const view = new DataView(frame.buffer);
  view.setUint16(PAYLOAD_BYTES_AT, payload.length, true);
  view.setUint32(HEADER_BYTES + padded, crc32(frame, HEADER_BYTES + padded), true);
  const decoded = decodeFrame(frame);
  return typeof decoded !== "string" && decoded.message.kind === "plan" ? decoded.message : undefined;
};
