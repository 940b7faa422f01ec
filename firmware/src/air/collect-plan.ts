import {
  AckResult,
  AIR_OUT_NUMBER_AT,
  AIR_PIECE_AT,
  AIR_PIECE_BYTES,
  AIR_PLAN_BANDS_AT,
  AIR_PLAN_BYTES_AT,
  AIR_PLAN_CHECK_AT,
  AIR_PLAN_FROM_AT,
  AIR_PLAN_PAYLOAD_AT,
  BandState,
  HEADER_BYTES,
  MAX_PAYLOAD_BYTES,
  PAYLOAD_BYTES_AT,
} from "@entrain/protocol";
import { COMMANDS } from "../commands.ts";
import { frame, frame16, frame8, frameF64 } from "../frame.ts";
import { Bytes, crc32 } from "../natives.ts";
import { playerState } from "../player.ts";
import { PLAN, START, START_FROM_F64 } from "../wire.ts";
import { heard16, heard32, heard8, heardF64 } from "./heard.ts";

/**
 * Puts a plan together from its pieces, in the buffer of the frame that would have brought it: then it is one. Nothing else
 * uses that buffer while a band is on the air, but for commands, which take the place of the first piece of the payload.
 */

/** The plan that plays. */
let held = 0;
/** The one that is being collected, as its first piece has it; bit k of `have`: piece k is there. */
let wanted = 0;
let have = 0;
let payloadBytes = 0;
let check = 0;
let fromMicros = 0;

const pieceBytes = new Uint8Array(heard8.buffer, AIR_PIECE_AT, AIR_PIECE_BYTES);

/** The number of the plan that plays, or waits to; 0 = none. */
export const heldPlan = (): number => (playerState() === BandState.resting ? 0 : held);

/** The first piece of the payload has been written over. */
export const spoilFirstPiece = (): void => {
  have &= ~2;
};

/** Whatever was collected, or plays, was told by another clock. */
export const forgetPlans = (): void => {
  held = wanted = 0;
};

const begin = (number: number): void => {
  if (wanted !== number) have = 0;
  wanted = number;
  payloadBytes = (heard16[(AIR_PIECE_AT + AIR_PLAN_BYTES_AT) / 2] as number) - AIR_PLAN_PAYLOAD_AT;
  check = heard16[(AIR_PIECE_AT + AIR_PLAN_CHECK_AT) / 2] as number;
  fromMicros = heardF64[(AIR_PIECE_AT + AIR_PLAN_FROM_AT) / 8] as number;
  have |= 1;
};

const finish = (number: number): void => {
  have = 0;
  if ((crc32(new Bytes(frame, HEADER_BYTES, payloadBytes)) & 65535) !== check) return;
  frame16[PAYLOAD_BYTES_AT / 2] = payloadBytes;
  if ((COMMANDS[PLAN] as () => number)() !== AckResult.ok) return;
  // Where a plan's frame has its beat 0 that of a start has its moment; both have the revision behind it.
  frameF64[START_FROM_F64] = fromMicros;
  if ((COMMANDS[START] as () => number)() === AckResult.ok) held = number;
};

/** @param bit - this band's, in a mask */
export const takePiece = (piece: number, bit: number): void => {
  const number = heard8[AIR_OUT_NUMBER_AT] as number;
  if (number === heldPlan()) return;
  if (piece === 0) {
    if ((heard32[(AIR_PIECE_AT + AIR_PLAN_BANDS_AT) / 4] as number) & bit) begin(number);
  } else if (number === wanted && AIR_PIECE_BYTES * piece <= MAX_PAYLOAD_BYTES) {
    frame8.set(pieceBytes, HEADER_BYTES + AIR_PIECE_BYTES * (piece - 1));
    have |= 1 << piece;
  }
  // Written so that a length that no plan has is never whole.
  const last = (payloadBytes + AIR_PIECE_BYTES - 1) >> 4;
  if (number === wanted && last > 0 && have + 1 === 2 << last) finish(number);
};
