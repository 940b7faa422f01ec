import { sessionMicros } from "@entrain/protocol";
import { CHANNELS } from "./channels.ts";
import type { Entry, EntryKind, FrameEntry } from "./entries.ts";

const FRAME_HEADER_BYTES = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const KINDS: ReadonlySet<string> = new Set(CHANNELS.map(({ kind }) => kind));

const encodeFrame = ({ tMicros, member, line }: FrameEntry): Uint8Array => {
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + line.length);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, tMicros, true);
  view.setUint16(8, member, true);
  bytes.set(line, FRAME_HEADER_BYTES);
  return bytes;
};

const decodeFrame = (bytes: Uint8Array): FrameEntry | undefined => {
  if (bytes.length < FRAME_HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tMicros = view.getFloat64(0, true);
  if (!Number.isFinite(tMicros)) return undefined;
  return {
    kind: "frame",
    tMicros: sessionMicros(tMicros),
    member: view.getUint16(8, true),
    line: bytes.subarray(FRAME_HEADER_BYTES),
  };
};

/** An entry as the data of a message on its channel. */
export const encodeEntry = (entry: Entry): Uint8Array => {
  if (entry.kind === "frame") return encodeFrame(entry);
  const { kind: _kind, ...body } = entry;
  return encoder.encode(JSON.stringify(body));
};

/** The kind of entry that a topic carries; undefined for a topic of somebody else. */
export const kindOfTopic = (topic: string): EntryKind | undefined =>
  topic.startsWith("/") && KINDS.has(topic.slice(1)) ? (topic.slice(1) as EntryKind) : undefined;

/** @returns undefined for bytes that no writer of this format writes */
export const decodeEntry = (kind: EntryKind, data: Uint8Array): Entry | undefined => {
  if (kind === "frame") return decodeFrame(data);
  try {
    const body: unknown = JSON.parse(decoder.decode(data));
    if (typeof body !== "object" || body === null || !("tMicros" in body)) return undefined;
    return typeof body.tMicros === "number" ? ({ kind, ...body } as Entry) : undefined;
  } catch {
    return undefined;
  }
};
