import { HEADER_BYTES, PAYLOAD_BYTES_AT } from "@entrain/protocol";
import { writeLine } from "#board";
import { frame, frame32 } from "./frame.ts";
import { Bytes, crc32, toBase64 } from "./natives.ts";

/** In the upper half, where the first word of a frame has it. */
let seq = 0;
const NEXT_SEQ = 65536;

/** Sends the frame whose payload stands in the views. @param end - where its payload ends */
export const send = (type: number, end: number): void => {
  const crcAt = (end + 3) & ~3;
  frame32[0] = seq | type;
  frame32[PAYLOAD_BYTES_AT / 4] = end - HEADER_BYTES;
  seq = (seq + NEXT_SEQ) | 0;
  frame32[crcAt >> 2] = crc32(new Bytes(frame, 0, crcAt));
  writeLine(toBase64(new Bytes(frame, 0, crcAt + 4)));
};
