import type { ByteSource } from "../api.ts";
import { RecordingError } from "../errors.ts";
import { type Unlock } from "./keys.ts";
import { joined, LENGTH_BYTES, MAX_SEGMENT_BYTES, NUMBER_BYTES, readUint32, SEGMENTS_MAGIC } from "./layout.ts";
import { opened } from "./open-sealed.ts";

interface Segment {
  /** Of the sealed bytes, in the file. */
  readonly at: number;
  readonly length: number;
  /** Of the plain bytes, among all plain bytes. */
  readonly plainAt: number;
  readonly plainLength: number;
}

/** age: a header for one X25519 key (version, stanza, its 32 bytes in base64, MAC), a nonce; then 64 KiB chunks with a tag each. */
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const NONCE_BYTES = 16;
const HEADER_END = new TextEncoder().encode("\n--- ");
const MAC_LINE_BYTES = 43 + 1;

/** How many plain bytes an age file holds, by its length alone. */
const plainLengthOf = (length: number, headerBytes: number): number => {
  const payload = length - headerBytes - NONCE_BYTES;
  return payload - Math.ceil(payload / (CHUNK_BYTES + TAG_BYTES)) * TAG_BYTES;
};

const indexOf = (bytes: Uint8Array, wanted: Uint8Array): number => {
  for (let at = 0; at + wanted.length <= bytes.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
};

const HEADER_MOST = 512;

/** Where the segments lie. One that is cut short ends the list: it is what a crash left. */
const listSegments = async (source: ByteSource): Promise<{ first: Segment; rest: readonly Segment[] }> => {
  const found: Segment[] = [];
  let plainAt = 0;
  let at = SEGMENTS_MAGIC.length;
  while (at + LENGTH_BYTES <= source.size) {
    const length = readUint32(await source.read(at, LENGTH_BYTES));
    const begin = at + LENGTH_BYTES;
    if (length > MAX_SEGMENT_BYTES || begin + length > source.size) break;
    const header = indexOf(await source.read(begin, HEADER_MOST), HEADER_END) + HEADER_END.length + MAC_LINE_BYTES;
    const plainLength = found.length === 0 ? 0 : plainLengthOf(length, header) - NUMBER_BYTES;
    if (plainLength < 0) break;
    found.push({ at: begin, length, plainAt, plainLength });
    plainAt += plainLength;
    at = begin + length;
  }
  const [first, ...rest] = found;
  if (first === undefined)
    throw new RecordingError("damaged", "expected a key at the head of the file, found it cut short");
  return { first, rest };
};

const KEPT_SEGMENTS = 8;

/** Our own sealed files, opened a segment at a time. @throws RecordingError `locked`, `damaged` */
export const openSegments = async (source: ByteSource, unlock: Unlock): Promise<ByteSource> => {
  const { first, rest } = await listSegments(source);
  const identity = new TextDecoder().decode(await opened(await source.read(first.at, first.length), unlock));
  const kept = new Map<number, Uint8Array>();
  const plain = async (index: number, segment: Segment): Promise<Uint8Array> => {
    const before = kept.get(index);
    if (before !== undefined) return before;
    const bytes = await opened(await source.read(segment.at, segment.length), { identities: [identity] });
    const number = readUint32(bytes);
    if (number !== index + 1 || bytes.length - NUMBER_BYTES !== segment.plainLength) {
      throw new RecordingError(
        "damaged",
        `expected part ${String(index + 1)} of an encrypted file, found part ${String(number)}, at byte ${String(segment.at)}`,
      );
    }
    const found = bytes.subarray(NUMBER_BYTES);
    kept.set(index, found);
    for (const oldest of kept.keys()) if (kept.size > KEPT_SEGMENTS) kept.delete(oldest);
    return found;
  };
  const last = rest.at(-1);
  return {
    size: last === undefined ? 0 : last.plainAt + last.plainLength,
    read: async (offset, length) => {
      const parts: Uint8Array[] = [];
      for (const [index, segment] of overlapping(rest, offset, offset + length)) {
        const begin = Math.max(0, offset - segment.plainAt);
        parts.push((await plain(index, segment)).subarray(begin, offset + length - segment.plainAt));
      }
      return parts.length === 1 ? (parts[0] as Uint8Array) : joined(parts);
    },
  };
};

/** By bisection: an hour of segments is thousands. */
const overlapping = (segments: readonly Segment[], from: number, to: number): (readonly [number, Segment])[] => {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { plainAt, plainLength } = segments[middle] as Segment;
    if (plainAt + plainLength <= from) low = middle + 1;
    else high = middle;
  }
  const found: (readonly [number, Segment])[] = [];
  for (let i = low; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.plainAt >= to) break;
    found.push([i, segment]);
  }
  return found;
};
