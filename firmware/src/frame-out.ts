import { CRC_BYTES, HEADER_BYTES, PAYLOAD_BYTES_AT } from "@entrain/protocol";
import { writeLine } from "#board";
import { frame, frame32 } from "./frame.ts";
import { Bytes, crc32, toBase64 } from "./natives.ts";

/** In the upper half, where the first word of a frame has it. */
let seq = 0;
const NEXT_SEQ = 65536;

/**
 * What the checksum is taken of, and the whole frame with it: of the last frame, whose length the next one mostly has. Making
 * them anew would cost a burst a tenth of its time.
 */
let checked = new Bytes(frame, 0, HEADER_BYTES);
let whole = checked;

/** Sends the frame whose payload stands in the views. @param end - where its payload ends */
export const send = (type: number, end: number): void => {
  const crcAt = (end + 3) & ~3;
  frame32[0] = seq | type;
  frame32[PAYLOAD_BYTES_AT / 4] = end - HEADER_BYTES;
  seq = (seq + NEXT_SEQ) | 0;
  if (checked.length !== crcAt) {
    checked = new Bytes(frame, 0, crcAt);
    whole = new Bytes(frame, 0, crcAt + CRC_BYTES);
  }
  frame32[crcAt >> 2] = crc32(checked);
  writeLine(toBase64(whole));
};
