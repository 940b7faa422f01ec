import { Opcode } from "@mcap/core";
import { HEAD_BYTES, lengthAt } from "./record-heads.ts";

export interface ChunkMessage {
  readonly channelId: number;
  readonly sequence: number;
  readonly data: Uint8Array;
}

const MESSAGE_HEAD_BYTES = 22;
const decoder = new TextDecoder();

/**
 * The messages in a chunk's records, in their order.
 *
 * @param onChannel - told of every channel that stands in the chunk
 * @returns false as the generator's value where the records end in the midst of one
 */
export function* messagesOf(
  records: Uint8Array,
  onChannel: (id: number, topic: string) => void,
): Generator<ChunkMessage, boolean> {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  let at = 0;
  while (at + HEAD_BYTES <= records.length) {
    const length = lengthAt(view, at);
    const from = at + HEAD_BYTES;
    if (!(from + length <= records.length)) return false;
    const opcode = view.getUint8(at);
    if (opcode === (Opcode.MESSAGE as number) && length >= MESSAGE_HEAD_BYTES)
      yield {
        channelId: view.getUint16(from, true),
        sequence: view.getUint32(from + 2, true),
        data: records.subarray(from + MESSAGE_HEAD_BYTES, from + length),
      };
    else if (opcode === (Opcode.CHANNEL as number) && length >= 8) {
      const topicBytes = Math.min(view.getUint32(from + 4, true), length - 8);
      onChannel(view.getUint16(from, true), decoder.decode(records.subarray(from + 8, from + 8 + topicBytes)));
    }
    at = from + length;
  }
  return at === records.length;
}
