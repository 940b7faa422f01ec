import { HEADER_BYTES, PAYLOAD_BYTES_AT, SEQ_AT, TYPE_AT } from "@entrain/protocol";
import { writeText } from "#board";

/** One frame is written at a time, in place: allocating one for each would cost more than everything else. */
const FRAME_BYTES = 136;
const frame = new ArrayBuffer(FRAME_BYTES);
export const out8 = new Uint8Array(frame);
export const out16 = new Uint16Array(frame);
export const out32 = new Uint32Array(frame);
export const outF64 = new Float64Array(frame);

let seq = 0;

/** Sends the frame whose payload stands in the views. @param end - where its payload ends */
export const send = (type: number, end: number): void => {
  out8[TYPE_AT] = type;
  out16[SEQ_AT / 2] = seq;
  out16[PAYLOAD_BYTES_AT / 2] = end - HEADER_BYTES;
  seq = (seq + 1) & 0xffff;
  const crcAt = (end + 3) & ~3;
  out32[crcAt >> 2] = E.CRC32(new Uint8Array(frame, 0, crcAt));
  writeText(btoa(new Uint8Array(frame, 0, crcAt + 4)) + "\n");
};
