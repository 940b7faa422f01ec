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
import { leastLateness } from "./lateness.ts";
import { isQuietFor } from "./player.ts";
import { LEAST_PAYLOAD_BYTES } from "./wire.ts";

/** Calls back for every frame whose checksum holds. `tReceivedMicros`: when the end of its line arrived. */
export type OnFrame = (
  type: number,
  seq: number,
  view: DataView,
  payloadBytes: number,
  tReceivedMicros: number,
) => void;

/** What a line takes a band, rounded up, and what each character adds (docs/BENCH.md): it must be over before a pulse. */
const LINE_MICROS = 18000;
const CHAR_MICROS = 300;

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
 * Reads what has arrived. What would run into a pulse waits for the call after it; only a line as short as a stop is
 * read at any time. What stands before a stop is read with it: a start that came first must not undo it.
 */
export const readWaiting = (): void => {
  for (;;) {
    const end = waiting.indexOf("\n");
    if (end < 0) break;
    if (end > URGENT_LINE_CHARS && isQuietFor(LINE_MICROS + end * CHAR_MICROS) && !isStopWaiting()) return;
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
    // By the time that anybody can look at the clock, getting here has taken as long as it takes a timer's handler.
    tReceivedMicros = nowMicros() - leastLateness();
    waiting += text;
    // Whoever floods the link while a pulse is awaited loses the flood, not the band.
    if (waiting.length > 2 * MAX_LINE_CHARS) {
      waiting = "";
      bad++;
    }
    readWaiting();
  });
};
