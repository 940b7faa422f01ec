import {
  CRC_BYTES,
  HEADER_BYTES,
  MAX_FRAME_BYTES,
  MAX_LINE_CHARS,
  PAYLOAD_BYTES_AT,
  TYPE_AT,
  URGENT_LINE_CHARS,
} from "@entrain/protocol";
import { onText } from "#board";
import { nowMicros } from "./clock.ts";
import { frame16, frame8 } from "./frame.ts";
import { leastLatenessMicros } from "./lateness.ts";
import { crc32, fromBase64 } from "./natives.ts";
import { isQuietFor } from "./quiet.ts";
import { LEAST_PAYLOAD_BYTES } from "./wire.ts";

/** When the last text arrived. */
export let tReceivedMicros = 0;
/** When the last valid frame came from the host, by the band's clock. */
export let tContactMicros = 0;
export let framesGood = 0;
export let framesBad = 0;

/** What a checksum comes to over a frame and its checksum: a property of CRC-32. */
const CRC_RESIDUE = 0x2144df1c;

/** What a line takes a band, rounded up, and what each character adds (docs/BENCH.md): it must be over before a pulse. */
const LINE_MICROS = 10000;
const CHAR_MICROS = 150;
/** A piece of text is no longer than a Bluetooth packet. */
const PIECE_MICROS = LINE_MICROS + 128 * CHAR_MICROS;

let waiting = "";
let handlers: readonly ((() => void) | undefined)[];
let others: () => void;

/** Whatever else counts as having heard the host. */
export const noteContact = (tMicros: number): void => {
  tContactMicros = tMicros;
};

/** Reads a line; false where it is not one whole frame. Its handler finds it in the views. */
const readLine = (line: string): boolean => {
  const bytes = fromBase64(line);
  if (crc32(bytes) !== CRC_RESIDUE || bytes.length > MAX_FRAME_BYTES) return false;
  frame8.set(bytes);
  const type = frame8[TYPE_AT] as number;
  const payloadBytes = frame16[PAYLOAD_BYTES_AT / 2] as number;
  // Written so that a type that nobody has fails.
  if (
    !(payloadBytes >= (LEAST_PAYLOAD_BYTES[type] as number)) ||
    bytes.length !== HEADER_BYTES + CRC_BYTES + ((payloadBytes + 3) & ~3)
  )
    return false;
  framesGood++;
  tContactMicros = tReceivedMicros;
  (handlers[type] || others)();
  return true;
};

const drop = (): void => {
  waiting = "";
  framesBad++;
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
const readLines = (): void => {
  for (;;) {
    const end = waiting.indexOf("\n");
    if (end < 0) break;
    if (end > URGENT_LINE_CHARS && isQuietFor(LINE_MICROS + end * CHAR_MICROS) && !isStopWaiting()) return;
    const line = waiting.substr(0, end);
    waiting = waiting.substr(end + 1);
    if (end > 0 && !readLine(line)) framesBad++;
  }
  if (waiting.length >= MAX_LINE_CHARS) drop();
};

export const readWaiting = (): void => {
  if (waiting) readLines();
};

/** @param onFrame - by type, what a frame of it calls back; all others call `onOther` */
export const startReading = (onFrame: readonly (() => void)[], onOther: () => void): void => {
  handlers = onFrame;
  others = onOther;
  onText((text) => {
    // By the time that anybody can look at the clock, getting here has taken as long as it takes a timer's handler.
    tReceivedMicros = nowMicros() - leastLatenessMicros;
    // What comes is nearly always one line: its checksum says so for less than looking through it would cost.
    if (!waiting && text.endsWith("\n") && !isQuietFor(PIECE_MICROS) && readLine(text)) return;
    waiting += text;
    // Whoever floods the link while a pulse is awaited loses the flood, not the band.
    if (waiting.length > 2 * MAX_LINE_CHARS) drop();
    if (text.indexOf("\n") >= 0) readLines();
    else if (waiting.length >= MAX_LINE_CHARS) drop();
  });
};
