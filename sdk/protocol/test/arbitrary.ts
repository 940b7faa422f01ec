import fc from "fast-check";
import {
  bandMicros,
  FIELD_BYTES,
  layouts,
  MAX_PAYLOAD_BYTES,
  sessionMicros,
  type FixedKind,
  type Message,
  type TrailingKind,
} from "../src/index.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const ascii = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength });

const ofFixed = (kind: FixedKind): fc.Arbitrary<number | string> => {
  if (kind === "ascii8" || kind === "ascii16") return ascii(FIELD_BYTES[kind]);
  if (kind === "bandMicros") return finite.map(bandMicros);
  if (kind === "sessionMicros") return finite.map(sessionMicros);
  return kind === "f64" ? finite : fc.integer({ min: 0, max: 2 ** (8 * FIELD_BYTES[kind]) - 1 });
};

const ofTrailing = (kind: TrailingKind, roomBytes: number): fc.Arbitrary<Int16Array | Float64Array | string> => {
  if (kind === "i16s") return fc.int16Array({ maxLength: Math.floor(roomBytes / 2) });
  if (kind === "f64s")
    return fc.float64Array({ maxLength: Math.floor(roomBytes / 8), noNaN: true, noDefaultInfinity: true });
  return ascii(roomBytes);
};

/** Every message that the table allows. */
export const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  ...Object.values(layouts).map((layout) => {
    const fields: Record<string, fc.Arbitrary<unknown>> = { kind: fc.constant(layout.kind) };
    for (const { name, kind } of layout.fixed) if (name !== "reserved") fields[name] = ofFixed(kind);
    const { trailing } = layout;
    if (trailing !== undefined)
      fields[trailing.name] = ofTrailing(trailing.kind, MAX_PAYLOAD_BYTES - layout.fixedBytes);
    return fc.record(fields) as unknown as fc.Arbitrary<Message>;
  }),
);
