import { MCAP_MAGIC, Opcode } from "@mcap/core";
import { RunningCrc } from "@entrain/protocol";
import type { ByteSource, Warning } from "../api.ts";
import { ByteWindow } from "./byte-window.ts";
import { CHUNK_CRC_AT, CHUNK_HEAD_BYTES, HEAD_BYTES, isChunkHead, isOtherHead, lengthAt } from "./record-heads.ts";

export type Warn = (code: Warning["code"], at: number, message: string) => void;

export interface ScannedChunk {
  readonly at: number;
  /** The records in it, whose checksum was right. A view that holds until the next chunk is asked for. */
  readonly records: Uint8Array;
}

const MAGIC = Uint8Array.from(MCAP_MAGIC);
const SEARCH_BYTES = 1024 * 1024;
const LONGEST_HEADER_BYTES = 64 * 1024;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The records of the chunk at the window's position, or undefined where it is cut off or its checksum is wrong. */
const chunkHere = async (window: ByteWindow): Promise<Uint8Array | undefined> => {
  const head = viewOf(await window.peek(HEAD_BYTES + CHUNK_HEAD_BYTES));
  if (!isChunkHead(head, 0)) return undefined;
  const bytes = HEAD_BYTES + lengthAt(head, 0);
  if (bytes > window.left) return undefined;
  const record = await window.peek(bytes);
  const records = record.subarray(HEAD_BYTES + CHUNK_HEAD_BYTES);
  const crc = new RunningCrc().update(records).value();
  return crc === viewOf(record).getUint32(CHUNK_CRC_AT, true) ? records : undefined;
};

/** Moves on to the next chunk whose checksum is right, or to the end. @returns whether there is one */
const seekChunk = async (window: ByteWindow): Promise<boolean> => {
  await window.pass(1);
  while (window.left > 0) {
    const bytes = await window.peek(SEARCH_BYTES);
    const view = viewOf(bytes);
    // The last bytes of a stretch are looked at again as the first of the next.
    const isLast = bytes.length === window.left;
    const end = isLast ? bytes.length : bytes.length - HEAD_BYTES - CHUNK_HEAD_BYTES;
    let at = 0;
    while (at < end && !isChunkHead(view, at)) at++;
    await window.pass(at);
    if (at < end && (await chunkHere(window)) !== undefined) return true;
    if (at < end) await window.pass(1);
  }
  return false;
};

/** Whether the summary behind the chunks is whole; nothing in it is believed, but a viewer might. */
const checkEnd = async (window: ByteWindow, crcFound: number, warn: Warn): Promise<void> => {
  const at = window.position;
  const record = viewOf(await window.peek(HEAD_BYTES + 4));
  const crcWritten = record.getUint32(HEAD_BYTES, true);
  if (crcWritten !== 0 && crcWritten !== crcFound)
    warn("checksum", at, "the checksum of the whole file is wrong: bytes outside the entries were changed, too");
  await window.pass(HEAD_BYTES + 4);
  const tailBytes = HEAD_BYTES + 20 + MAGIC.length;
  if (window.left < tailBytes) {
    warn("not-closed", window.position, "the index at the end of the file is cut off");
    return;
  }
  const summary = new RunningCrc();
  while (window.left > tailBytes) {
    const bytes = await window.peek(Math.min(SEARCH_BYTES, window.left - tailBytes));
    summary.update(bytes);
    await window.pass(bytes.length);
  }
  const tail = await window.peek(tailBytes);
  const footer = viewOf(tail);
  const isMagic = MAGIC.every((byte, i) => tail[HEAD_BYTES + 20 + i] === byte);
  const crc = summary.update(tail.subarray(0, HEAD_BYTES + 16)).value();
  if (!isMagic || !isOtherHead(footer) || crc !== footer.getUint32(HEAD_BYTES + 16, true))
    warn("checksum", window.position, "the index at the end of the file is damaged");
};

const passHeader = async (window: ByteWindow, warn: Warn): Promise<void> => {
  const start = await window.peek(MAGIC.length + HEAD_BYTES);
  const view = viewOf(start);
  const isMagic = start.length === MAGIC.length + HEAD_BYTES && MAGIC.every((byte, i) => start[i] === byte);
  const length = isMagic && start[MAGIC.length] === (Opcode.HEADER as number) ? lengthAt(view, MAGIC.length) : NaN;
  if (length <= Math.min(LONGEST_HEADER_BYTES, window.left)) await window.pass(MAGIC.length + HEAD_BYTES + length);
  else if (window.left > 0) {
    warn("damaged", 0, "the beginning of the file is damaged");
    await seekChunk(window);
  }
};

/**
 * Goes through a session file from its beginning to its end and hands out every chunk whose checksum is right. Takes any
 * bytes at all: behind whatever is damaged it looks for the next whole chunk.
 */
export async function* scanChunks(source: ByteSource, warn: Warn): AsyncGenerator<ScannedChunk> {
  const window = new ByteWindow(source);
  await passHeader(window, warn);
  while (window.left > 0) {
    const records = await chunkHere(window);
    if (records !== undefined) {
      const length = HEAD_BYTES + CHUNK_HEAD_BYTES + records.length;
      yield { at: window.position, records };
      await window.pass(length);
      continue;
    }
    const head = await window.peek(HEAD_BYTES + 6);
    const length = head.length >= HEAD_BYTES && isOtherHead(viewOf(head)) ? lengthAt(viewOf(head), 0) : NaN;
    if (HEAD_BYTES + length <= window.left) {
      if (head[0] === (Opcode.DATA_END as number)) {
        await checkEnd(window, window.checksum(), warn);
        return;
      }
      await window.pass(HEAD_BYTES + length);
      continue;
    }
    const at = window.position;
    if (await seekChunk(window))
      warn("damaged", at, `${String(window.position - at)} bytes from byte ${String(at)} on are damaged`);
    else warn("not-closed", at, `the last ${String(source.size - at)} bytes are not whole`);
  }
  warn("not-closed", source.size, "the file was not closed: what recorded it ended before its time");
}
