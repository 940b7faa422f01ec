import { Opcode } from "@mcap/core";

/** One byte of opcode, eight of length. */
export const HEAD_BYTES = 9;
/** What stands in a chunk before its records, where they are not compressed. */
export const CHUNK_HEAD_BYTES = 40;
/** Far above what a writer of this format gathers in a chunk. */
export const MAX_CHUNK_BYTES = 16 * 1024 * 1024;
const FOOTER_BYTES = 20;
const MESSAGE_INDEX_ENTRY_BYTES = 16;

/** Length of a record's content; NaN where it is beyond any file. */
export const lengthAt = (view: DataView, at: number): number =>
  view.getUint32(at + 5, true) > 0xffff ? NaN : view.getUint32(at + 5, true) * 2 ** 32 + view.getUint32(at + 1, true);

/** Whether the bytes at an offset begin an uncompressed chunk whose lengths agree with each other. */
export const isChunkHead = (view: DataView, at: number): boolean => {
  if (at + HEAD_BYTES + CHUNK_HEAD_BYTES > view.byteLength || view.getUint8(at) !== (Opcode.CHUNK as number))
    return false;
  const length = lengthAt(view, at);
  const recordBytes = length - CHUNK_HEAD_BYTES;
  const sizeAt = at + HEAD_BYTES + 16;
  return (
    recordBytes >= 0 &&
    length <= MAX_CHUNK_BYTES &&
    view.getUint32(sizeAt, true) === recordBytes &&
    view.getUint32(sizeAt + 4, true) === 0 &&
    view.getUint32(sizeAt + 12, true) === 0 &&
    view.getUint32(sizeAt + 16, true) === recordBytes &&
    view.getUint32(sizeAt + 20, true) === 0
  );
};

/** Where a chunk's CRC stands, from the beginning of its record. */
export const CHUNK_CRC_AT = HEAD_BYTES + 24;

/** Whether the bytes at the beginning of a view can be a record other than a chunk, between or behind the chunks. */
export const isOtherHead = (view: DataView): boolean => {
  const length = lengthAt(view, 0);
  switch (view.getUint8(0)) {
    case Opcode.MESSAGE_INDEX as number:
      return (
        view.byteLength >= HEAD_BYTES + 6 &&
        view.getUint32(HEAD_BYTES + 2, true) === length - 6 &&
        (length - 6) % MESSAGE_INDEX_ENTRY_BYTES === 0
      );
    case Opcode.DATA_END as number:
      return length === 4;
    case Opcode.FOOTER as number:
      return length === FOOTER_BYTES;
    default:
      return false;
  }
};
