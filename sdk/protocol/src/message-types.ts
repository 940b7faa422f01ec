import type { FieldKind, MessageKind, messages } from "./messages.ts";
import type { BandMicros, SessionMicros } from "./units.ts";

interface ValueOf {
  bandMicros: BandMicros;
  sessionMicros: SessionMicros;
  f64: number;
  u32: number;
  u16: number;
  u8: number;
  ascii8: string;
  ascii16: string;
  i16s: Int16Array;
  f64s: Float64Array;
  utf8: string;
}

type Shapes = typeof messages;
type Values<Fields> = {
  readonly [Name in keyof Fields as Name extends "reserved" ? never : Name]: ValueOf[Fields[Name] & FieldKind];
};

/** One message of a kind: its fields by name, and its `kind`. */
export type MessageOf<Kind extends MessageKind> = { readonly kind: Kind } & Values<Shapes[Kind]["fields"]>;

/** Any message; `kind` tells which. */
export type Message = { [Kind in MessageKind]: MessageOf<Kind> }[MessageKind];

type KindFrom<From> = { [Kind in MessageKind]: Shapes[Kind]["from"] extends From ? Kind : never }[MessageKind];

/** What a host sends. */
export type HostMessage = { [Kind in KindFrom<"host">]: MessageOf<Kind> }[KindFrom<"host">];
/** What a band sends. */
export type BandMessage = { [Kind in KindFrom<"band">]: MessageOf<Kind> }[KindFrom<"band">];
