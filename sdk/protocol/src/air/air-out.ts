import type { AirError } from "./air-errors.ts";
import {
  AIR_BEACON,
  AIR_COMMAND,
  AIR_COMMAND_BANDS_AT,
  AIR_COMMAND_PAYLOAD_AT,
  AIR_COMMAND_PAYLOAD_BYTES,
  AIR_COMMAND_TYPE_AT,
  AIR_GROUP_AT,
  AIR_OUT_HEAD_BYTES,
  AIR_OUT_KIND_AT,
  AIR_OUT_NUMBER_AT,
  AIR_OUT_TICKS_AT,
  AIR_PAYLOAD_BYTES,
  AIR_PIECE_AT,
  AIR_PIECE_BYTES,
  AIR_PLAN_PIECE,
  AIR_TAG_BYTES,
  MAX_AIR_COMMAND,
} from "./air-layout.ts";

/** What a bridge sends. Whatever it is, it also is a beacon: the bridge writes its time into each. */
export type AirOut =
  | { readonly kind: "beacon" }
  | {
      readonly kind: "command";
      /** 1 to 15, then 1 again; a band does each once. */
      readonly number: number;
      /** Bit k: the band with number k + 1. */
      readonly bands: number;
      /** A type of `messages`. */
      readonly type: number;
      /** What its frame would carry, padded to 8 bytes. */
      readonly payload: Uint8Array;
    }
  | {
      readonly kind: "planPiece";
      /** Which plan, 1 to 255. */
      readonly number: number;
      /** Which piece, 0 to 31. */
      readonly piece: number;
      /** 16 bytes of it. */
      readonly bytes: Uint8Array;
    };

const KIND_SHIFT = 5;
const PIECE_MASK = 31;

const headed = (bytes: number, group: number, kind: number, number: number): Uint8Array => {
  const payload = new Uint8Array(bytes);
  new DataView(payload.buffer).setUint16(AIR_GROUP_AT, group, true);
  payload[AIR_OUT_KIND_AT] = kind;
  payload[AIR_OUT_NUMBER_AT] = number;
  return payload;
};

/** The payload of an advert; its time is the bridge's to write. @param group - 0 to 65535 */
export const encodeAirOut = (advert: AirOut, group: number): Uint8Array => {
  if (advert.kind === "beacon") return headed(AIR_OUT_HEAD_BYTES, group, AIR_BEACON << KIND_SHIFT, 0);
  if (advert.kind === "planPiece") {
    const kind = (AIR_PLAN_PIECE << KIND_SHIFT) | advert.piece;
    const payload = headed(AIR_PAYLOAD_BYTES, group, kind, advert.number);
    payload.set(advert.bytes.subarray(0, AIR_PIECE_BYTES), AIR_PIECE_AT);
    return payload;
  }
  const payload = headed(AIR_PAYLOAD_BYTES, group, AIR_COMMAND << KIND_SHIFT, advert.number);
  new DataView(payload.buffer).setUint32(AIR_COMMAND_BANDS_AT, advert.bands, true);
  payload[AIR_COMMAND_TYPE_AT] = advert.type;
  payload.set(advert.payload.subarray(0, AIR_COMMAND_PAYLOAD_BYTES), AIR_COMMAND_PAYLOAD_AT);
  return payload;
};

/** An advert as it was heard, and the time that the bridge wrote into it. */
export interface HeardOut {
  readonly advert: AirOut;
  readonly ticks: number;
}

/** Reads a payload, with or without a tag behind it; anything may stand in it. */
export const decodeAirOut = (payload: Uint8Array, group: number): HeardOut | AirError => {
  const { length } = payload;
  if (length < AIR_OUT_HEAD_BYTES) return "too-short";
  if (length > AIR_PAYLOAD_BYTES + AIR_TAG_BYTES) return "too-long";
  const view = new DataView(payload.buffer, payload.byteOffset, length);
  if (view.getUint16(AIR_GROUP_AT, true) !== group) return "wrong-group";
  const ticks = view.getUint32(AIR_OUT_TICKS_AT, true);
  const kind = view.getUint8(AIR_OUT_KIND_AT);
  const number = view.getUint8(AIR_OUT_NUMBER_AT);
  switch (kind >> KIND_SHIFT) {
    case AIR_BEACON:
      return { advert: { kind: "beacon" }, ticks };
    case AIR_COMMAND:
      if (length < AIR_PAYLOAD_BYTES) return "bad-length";
      if (number === 0 || number > MAX_AIR_COMMAND) return "bad-value";
      return {
        ticks,
        advert: {
          kind: "command",
          number,
          bands: view.getUint32(AIR_COMMAND_BANDS_AT, true),
          type: view.getUint8(AIR_COMMAND_TYPE_AT),
          payload: payload.slice(AIR_COMMAND_PAYLOAD_AT, AIR_COMMAND_PAYLOAD_AT + AIR_COMMAND_PAYLOAD_BYTES),
        },
      };
    case AIR_PLAN_PIECE:
      if (length < AIR_PAYLOAD_BYTES) return "bad-length";
      if (number === 0) return "bad-value";
      return {
        ticks,
        advert: {
          kind: "planPiece",
          number,
          piece: kind & PIECE_MASK,
          bytes: payload.slice(AIR_PIECE_AT, AIR_PIECE_AT + AIR_PIECE_BYTES),
        },
      };
    default:
      return "unknown-kind";
  }
};
