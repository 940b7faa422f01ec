import { ProtocolError } from "./errors.ts";
import {
  CRC_BYTES,
  HEADER_BYTES,
  MAX_FRAME_BYTES,
  MAX_PAYLOAD_BYTES,
  NEWLINE,
  PAYLOAD_BYTES_AT,
  SEQ_AT,
  TYPE_AT,
} from "./frame.ts";
import { base64Chars, encodeBase64 } from "./internal/base64.ts";
import { crc32 } from "./crc32.ts";
import { utf8Bytes, writeAscii } from "./internal/text.ts";
import { layouts, paddedBytes, type FieldLayout, type MessageLayout } from "./layout.ts";
import type { Message } from "./message-types.ts";
import { FIELD_BYTES } from "./messages.ts";

type FieldValue = number | string | Int16Array | Float64Array;

const writeInteger = (view: DataView, field: FieldLayout, value: number, where: string): void => {
  const bytes = FIELD_BYTES[field.kind];
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * bytes)) {
    throw new ProtocolError("value-out-of-range", `expected ${where} as ${field.kind}, found ${String(value)}`);
  }
  if (bytes === 4) view.setUint32(field.at, value, true);
  else if (bytes === 2) view.setUint16(field.at, value, true);
  else view.setUint8(field.at, value);
};

const writeFixed = (view: DataView, frame: Uint8Array, field: FieldLayout, value: FieldValue, where: string): void => {
  if (typeof value === "string") writeAscii(frame, field.at, FIELD_BYTES[field.kind], value);
  else if (typeof value !== "number")
    throw new ProtocolError("value-out-of-range", `expected ${where} as ${field.kind}`);
  else if (FIELD_BYTES[field.kind] === 8) {
    if (!Number.isFinite(value)) {
      throw new ProtocolError("value-out-of-range", `expected ${where} to be finite, found ${String(value)}`);
    }
    view.setFloat64(field.at, value, true);
  } else writeInteger(view, field, value, where);
};

/** Writes the trailing field behind the fixed ones; returns its bytes. */
const writeTrailing = (view: DataView, frame: Uint8Array, layout: MessageLayout, value: FieldValue): number => {
  const { trailing, fixedBytes } = layout;
  if (trailing === undefined || typeof value === "number") return 0;
  const items = typeof value === "string" ? utf8Bytes(value) : value;
  if (fixedBytes + items.byteLength > MAX_PAYLOAD_BYTES) {
    throw new ProtocolError(
      typeof value === "string" ? "text-too-long" : "array-too-long",
      `expected ${layout.kind}.${trailing.name} of at most ${String(MAX_PAYLOAD_BYTES - fixedBytes)} bytes, found ${String(items.byteLength)}`,
    );
  }
  if (items instanceof Uint8Array) frame.set(items, trailing.at);
  else if (items instanceof Int16Array) items.forEach((item, i) => view.setInt16(trailing.at + 2 * i, item, true));
  else items.forEach((item, i) => view.setFloat64(trailing.at + 8 * i, item, true));
  return items.byteLength;
};

/**
 * Writes one message as a binary frame.
 *
 * @param seq - the sender's running number, taken modulo 2¹⁶
 * @returns a new array of at most {@link MAX_FRAME_BYTES} bytes
 * @throws ProtocolError where a value does not fit its field
 */
export const encodeFrame = (message: Message, seq: number): Uint8Array => {
  const layout = layouts[message.kind];
  const values = message as unknown as Readonly<Record<string, FieldValue>>;
  const frame = new Uint8Array(MAX_FRAME_BYTES);
  const view = new DataView(frame.buffer);
  for (const field of layout.fixed) {
    const value = field.name === "reserved" ? 0 : values[field.name];
    writeFixed(view, frame, field, value as FieldValue, `${message.kind}.${field.name}`);
  }
  const trailingBytes =
    layout.trailing === undefined ? 0 : writeTrailing(view, frame, layout, values[layout.trailing.name] as FieldValue);
  const payloadBytes = paddedBytes(layout.fixedBytes + trailingBytes);
  view.setUint8(TYPE_AT, layout.type);
  view.setUint16(SEQ_AT, seq & 0xffff, true);
  view.setUint16(PAYLOAD_BYTES_AT, layout.fixedBytes + trailingBytes, true);
  const crcAt = HEADER_BYTES + payloadBytes;
  view.setUint32(crcAt, crc32(frame, crcAt), true);
  return frame.subarray(0, crcAt + CRC_BYTES);
};

/**
 * Writes one message as it goes over a link: a line of base64 with its newline.
 *
 * @example
 * ```ts
 * const line = encodeLine({ kind: "stopAll" }, 7);
 * new TextDecoder().decode(line) === "CAAHAAAAAABk9MKr\n";
 * ```
 */
export const encodeLine = (message: Message, seq: number): Uint8Array => {
  const frame = encodeFrame(message, seq);
  const line = new Uint8Array(base64Chars(frame.length) + 1);
  line[encodeBase64(frame, frame.length, line)] = NEWLINE;
  return line;
};
