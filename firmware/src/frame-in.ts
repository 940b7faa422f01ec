import {
  CRC_BYTES,
  HEADER_BYTES,
  MAX_FRAME_BYTES,
  MAX_LINE_CHARS,
  PAYLOAD_BYTES_AT,
  SEQ_AT,
  TYPE_AT,
  URGENT_LINE_CHARS,
} from "@entrain/protocol";
import { onText } from "#board";
import { nowMicros } from "./clock.ts";
import { isQuiet } from "./player.ts";
import { LEAST_PAYLOAD_BYTES } from "./wire.ts";

/** Calls back for every frame whose checksum holds. `tReceivedMicros`: when the end of its line arrived. */
export type OnFrame = (
  type: number,
  seq: number,
  view: DataView,
  payloadBytes: number,
  tReceivedMicros: number,
) => void;

let waiting = "";
let tReceivedMicros = 0;
let good = 0;
let bad = 0;
let onFrame: OnFrame;

export const framesGood = (): number => good;
export const framesBad = (): number => bad;

const readLine = (line: string): void => {
  const bytes = E.toUint8Array(atob(line));
  const crcAt = bytes.length - CRC_BYTES;
  if (crcAt < HEADER_BYTES || bytes.length > MAX_FRAME_BYTES) {
    bad++;
    return;
  }
  const view = new DataView(bytes.buffer);
  const payloadBytes = view.getUint16(PAYLOAD_BYTES_AT, true);
  if (
    E.CRC32(new Uint8Array(bytes.buffer, 0, crcAt)) !== view.getUint32(crcAt, true) ||
    HEADER_BYTES + ((payloadBytes + 3) & ~3) !== crcAt
  ) {
    bad++;
    return;
  }
  const type = view.getUint8(TYPE_AT);
  const least = LEAST_PAYLOAD_BYTES[type];
  if (least === undefined || least < 0 || payloadBytes < least) {
    bad++;
    return;
  }
  good++;
  onFrame(type, view.getUint16(SEQ_AT, true), view, payloadBytes, tReceivedMicros);
};

/** Is there a line as short as a stop, behind whatever else? */
const isStopWaiting = (): boolean => {
  let from = 0;
  for (;;) {
    const end = waiting.indexOf("\n", from);
    if (end < 0) return false;
    if (end > from && end - from <= URGENT_LINE_CHARS) return true;
    from = end + 1;
  }
};

/**
 * Reads what has arrived. In the quiet before a pulse only a line as short as a stop is read; the rest is read by the
 * call after the pulse. What stands before a stop is read with it: a start that came first must not undo it.
 */
export const readWaiting = (): void => {
  for (;;) {
    const end = waiting.indexOf("\n");
    if (end < 0) break;
    if (end > URGENT_LINE_CHARS && isQuiet() && !isStopWaiting()) return;
    const line = waiting.substr(0, end);
    waiting = waiting.substr(end + 1);
    if (end > 0) readLine(line);
  }
  if (waiting.length >= MAX_LINE_CHARS) {
    waiting = "";
    bad++;
  }
};

export const startReading = (callback: OnFrame): void => {
  onFrame = callback;
  onText((text) => {
    tReceivedMicros = nowMicros();
    waiting += text;
    // Whoever floods the link while a pulse is awaited loses the flood, not the band.
    if (waiting.length > 2 * MAX_LINE_CHARS) {
      waiting = "";
      bad++;
    }
    readWaiting();
  });
};
