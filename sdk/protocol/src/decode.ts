import type { ReceiveError } from "./errors.ts";
import { CRC_BYTES, HEADER_BYTES, PAYLOAD_BYTES_AT, SEQ_AT, TYPE_AT } from "./frame.ts";
import { crc32 } from "./crc32.ts";
import { readAscii, utf8Text } from "./internal/text.ts";
import { layoutOfType, paddedBytes, type FieldLayout, type MessageLayout } from "./layout.ts";
import type { Message } from "./message-types.ts";
import { FIELD_BYTES } from "./messages.ts";

/** What a frame held: a message with its sender's sequence number, or why it was none. */
export type Decoded = { readonly message: Message; readonly seq: number } | ReceiveError;

const readFixed = (view: DataView, frame: Uint8Array, { kind, at }: FieldLayout): number | string => {
  if (kind === "ascii8" || kind === "ascii16") return readAscii(frame, at, FIELD_BYTES[kind]);
  const bytes = FIELD_BYTES[kind];
  if (bytes === 8) return view.getFloat64(at, true);
  if (bytes === 4) return view.getUint32(at, true);
  return bytes === 2 ? view.getUint16(at, true) : view.getUint8(at);
};

const readTrailing = (
  view: DataView,
  frame: Uint8Array,
  layout: MessageLayout,
  end: number,
): Int16Array | Float64Array | string => {
  const { kind, at } = layout.trailing as NonNullable<MessageLayout["trailing"]>;
  if (kind === "utf8") return utf8Text(frame, at, end);
  if (kind === "i16s") return Int16Array.from({ length: (end - at) / 2 }, (_, i) => view.getInt16(at + 2 * i, true));
  return Float64Array.from({ length: (end - at) / 8 }, (_, i) => view.getFloat64(at + 8 * i, true));
};

const TRAILING_ITEM_BYTES = { i16s: 2, f64s: 8, utf8: 1 } as const;

const lengthFits = (layout: MessageLayout, payloadBytes: number): boolean => {
  const rest = payloadBytes - layout.fixedBytes;
  return layout.trailing === undefined
    ? rest === 0
    : rest >= 0 && rest % TRAILING_ITEM_BYTES[layout.trailing.kind] === 0;
};

const isFiniteValue = (value: number | string | Int16Array | Float64Array): boolean =>
  typeof value === "number" ? Number.isFinite(value) : !(value instanceof Float64Array) || value.every(Number.isFinite);

/**
 * Reads one binary frame. Takes any bytes at all and never throws.
 *
 * @param frame - a view whose first `length` bytes are the frame
 */
export const decodeFrame = (frame: Uint8Array, length: number = frame.length): Decoded => {
  if (length < HEADER_BYTES + CRC_BYTES) return "too-short";
  const view = new DataView(frame.buffer, frame.byteOffset, length);
  const crcAt = length - CRC_BYTES;
  if (view.getUint32(crcAt, true) !== crc32(frame, crcAt)) return "bad-checksum";
  const payloadBytes = view.getUint16(PAYLOAD_BYTES_AT, true);
  if (HEADER_BYTES + paddedBytes(payloadBytes) !== crcAt) return "bad-length";
  const layout = layoutOfType(view.getUint8(TYPE_AT));
  if (layout === undefined) return "unknown-type";
  if (!lengthFits(layout, payloadBytes)) return "bad-length";
  const message: Record<string, number | string | Int16Array | Float64Array> = { kind: layout.kind };
  for (const field of layout.fixed) {
    if (field.name !== "reserved") message[field.name] = readFixed(view, frame, field);
  }
  if (layout.trailing !== undefined)
    message[layout.trailing.name] = readTrailing(view, frame, layout, HEADER_BYTES + payloadBytes);
  if (!Object.values(message).every(isFiniteValue)) return "bad-value";
  return { message: message as unknown as Message, seq: view.getUint16(SEQ_AT, true) };
};
