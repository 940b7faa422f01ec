import { HEADER_BYTES, MAX_PAYLOAD_BYTES } from "./frame.ts";
import {
  FIELD_BYTES,
  messages,
  type FieldKind,
  type FixedKind,
  type MessageKind,
  type MessageShape,
  type TrailingKind,
} from "./messages.ts";

export interface FieldLayout {
  readonly name: string;
  readonly kind: FixedKind;
  /** Bytes from the start of the frame. */
  readonly at: number;
}

export interface MessageLayout {
  readonly kind: MessageKind;
  readonly type: number;
  readonly from: "host" | "band";
  readonly fixed: readonly FieldLayout[];
  readonly trailing: { readonly name: string; readonly kind: TrailingKind; readonly at: number } | undefined;
  /** Bytes of the fixed fields, before padding. */
  readonly fixedBytes: number;
}

const isFixed = (kind: FieldKind): kind is FixedKind => kind in FIELD_BYTES;

const alignmentOf = (kind: FieldKind): number => {
  if (isFixed(kind)) return kind.startsWith("ascii") ? 4 : FIELD_BYTES[kind];
  return { i16s: 2, f64s: 8, utf8: 1 }[kind];
};

const layOut = (kind: MessageKind, shape: MessageShape): MessageLayout => {
  const fixed: FieldLayout[] = [];
  let trailing: MessageLayout["trailing"];
  let at = HEADER_BYTES;
  for (const [name, field] of Object.entries(shape.fields)) {
    if (trailing !== undefined)
      throw new Error(`expected ${kind}.${trailing.name} to come last, found ${name} after it`);
    if (at % alignmentOf(field) !== 0)
      throw new Error(`expected ${kind}.${name} on its alignment, found it at byte ${String(at)}`);
    if (isFixed(field)) {
      fixed.push({ name, kind: field, at });
      at += FIELD_BYTES[field];
    } else trailing = { name, kind: field, at };
  }
  if (at - HEADER_BYTES > MAX_PAYLOAD_BYTES)
    throw new Error(`expected ${kind} to fit one line, found ${String(at)} bytes`);
  return { kind, type: shape.type, from: shape.from, fixed, trailing, fixedBytes: at - HEADER_BYTES };
};

/** Where every field of every message lies; computed once from the table. */
export const layouts: Readonly<Record<MessageKind, MessageLayout>> = Object.fromEntries(
  Object.entries(messages).map(([kind, shape]) => [kind, layOut(kind as MessageKind, shape)]),
) as Record<MessageKind, MessageLayout>;

const byType = new Map(Object.values(layouts).map((layout) => [layout.type, layout]));

/** The layout of a type byte, or undefined for a type that this version does not know. */
export const layoutOfType = (type: number): MessageLayout | undefined => byType.get(type);

/** Where a field begins, in bytes from the start of the frame. */
export const fieldAt = (kind: MessageKind, name: string): number => {
  const layout = layouts[kind];
  const field = layout.fixed.find((each) => each.name === name) ?? layout.trailing;
  if (field?.name !== name) throw new Error(`expected a field of ${kind}, found ${name}`);
  return field.at;
};

/** Payload bytes on the wire: rounded up to a multiple of 4. */
export const paddedBytes = (bytes: number): number => (bytes + 3) & ~3;
