import { type Channel, McapChunkBuilder, McapRecordBuilder, MCAP_MAGIC, type Message, type Schema } from "@mcap/core";
import { RunningCrc } from "@entrain/protocol";
import type { ByteSink } from "../api.ts";

export interface ChunkedWriterOpts {
  readonly sink: ByteSink;
  readonly profile: string;
  readonly library: string;
  readonly schemas: readonly Schema[];
  readonly channels: readonly Channel[];
}

/**
 * Writes an MCAP file chunk by chunk, without compression, each chunk with its CRC: what was handed to the sink can be
 * read whatever becomes of the rest. Nothing but the index of the chunks is held in memory, about 150 bytes a chunk.
 *
 * Source: the MCAP specification, https://mcap.dev/spec
 */
export class ChunkedWriter {
  private readonly opts: ChunkedWriterOpts;
  private readonly chunk = new McapChunkBuilder({ useMessageIndex: true });
  private readonly chunkIndex = new McapRecordBuilder();
  private readonly counts = new Map<number, bigint>();
  private readonly crc = new RunningCrc();
  private position = 0;
  private chunks = 0;
  private messages = 0n;
  private tFirst = 0n;
  private tLast = 0n;

  /** Writes the header. @throws whatever the sink throws */
  constructor(opts: ChunkedWriterOpts) {
    this.opts = opts;
    const head = new McapRecordBuilder();
    head.writeMagic();
    head.writeHeader({ profile: opts.profile, library: opts.library });
    this.put(head.buffer);
  }

  /** Bytes handed over so far. */
  get bytes(): number {
    return this.position;
  }

  /** Bytes that wait for {@link flush}. */
  get waiting(): number {
    return this.chunk.byteLength;
  }

  /** Puts every schema and channel into the chunk that is being filled. */
  describe(): void {
    for (const schema of this.opts.schemas) this.chunk.addSchema(schema);
    for (const channel of this.opts.channels) this.chunk.addChannel(channel);
  }

  add(message: Message): void {
    this.chunk.addMessage(message);
  }

  /**
   * Hands the chunk over.
   *
   * @throws whatever the sink throws; the chunk is then gone, and the next one may go well
   */
  flush(): void {
    const { chunk } = this;
    if (chunk.numMessages === 0) return;
    const records = chunk.buffer;
    const { messageStartTime, messageEndTime } = chunk;
    const used = [...chunk.indices].filter((index) => index.records.length > 0);
    chunk.reset();
    const out = new McapRecordBuilder();
    const chunkLength = out.writeChunk({
      messageStartTime,
      messageEndTime,
      uncompressedSize: BigInt(records.length),
      uncompressedCrc: new RunningCrc().update(records).value(),
      compression: "",
      records,
    });
    const chunkStartOffset = BigInt(this.position);
    const messageIndexOffsets = new Map<number, bigint>();
    for (const index of used) {
      messageIndexOffsets.set(index.channelId, BigInt(this.position + out.length));
      out.writeMessageIndex(index);
    }
    const bytes = out.buffer;
    this.put(bytes);
    this.chunkIndex.writeChunkIndex({
      messageStartTime,
      messageEndTime,
      chunkStartOffset,
      chunkLength,
      messageIndexOffsets,
      messageIndexLength: BigInt(bytes.length) - chunkLength,
      compression: "",
      compressedSize: BigInt(records.length),
      uncompressedSize: BigInt(records.length),
    });
    for (const { channelId, records: entries } of used) this.count(channelId, BigInt(entries.length));
    if (this.chunks === 0 || messageStartTime < this.tFirst) this.tFirst = messageStartTime;
    if (messageEndTime > this.tLast) this.tLast = messageEndTime;
    this.chunks++;
  }

  /** Hands over what waits, and the summary by which viewers find their way. @throws whatever the sink throws */
  end(): void {
    this.flush();
    const { schemas, channels } = this.opts;
    const data = new McapRecordBuilder();
    data.writeDataEnd({ dataSectionCrc: this.crc.value() });
    this.put(data.buffer);
    const summary = new McapRecordBuilder();
    const summaryStart = this.position;
    const groups: [opcode: number, start: number][] = [];
    const group = (opcode: number, write: () => void): void => {
      groups.push([opcode, summaryStart + summary.length]);
      write();
    };
    group(0x03, () => {
      for (const schema of schemas) summary.writeSchema(schema);
    });
    group(0x04, () => {
      for (const channel of channels) summary.writeChannel(channel);
    });
    group(0x0b, () => {
      this.writeStatistics(summary);
    });
    const head = summary.buffer;
    const index = this.chunkIndex.buffer;
    if (index.length > 0) groups.push([0x08, summaryStart + head.length]);
    const offsetsStart = summaryStart + head.length + index.length;
    const tail = new McapRecordBuilder();
    groups.forEach(([groupOpcode, start], i) => {
      const groupLength = BigInt((groups[i + 1]?.[1] ?? offsetsStart) - start);
      tail.writeSummaryOffset({ groupOpcode, groupStart: BigInt(start), groupLength });
    });
    this.put(joined(head, index, this.footed(tail, head, index, summaryStart, offsetsStart)));
  }

  private footed(
    tail: McapRecordBuilder,
    head: Uint8Array,
    index: Uint8Array,
    summaryStart: number,
    offsetsStart: number,
  ): Uint8Array {
    const offsets = tail.buffer;
    const footer = { summaryStart: BigInt(summaryStart), summaryOffsetStart: BigInt(offsetsStart), summaryCrc: 0 };
    tail.writeFooter(footer);
    const upToCrc = tail.buffer.subarray(offsets.length, -4);
    const summaryCrc = new RunningCrc().update(head).update(index).update(offsets).update(upToCrc).value();
    const out = new McapRecordBuilder();
    out.writeFooter({ ...footer, summaryCrc });
    return joined(offsets, out.buffer, Uint8Array.from(MCAP_MAGIC));
  }

  private writeStatistics(summary: McapRecordBuilder): void {
    summary.writeStatistics({
      messageCount: this.messages,
      schemaCount: this.opts.schemas.length,
      channelCount: this.opts.channels.length,
      attachmentCount: 0,
      metadataCount: 0,
      chunkCount: this.chunks,
      messageStartTime: this.tFirst,
      messageEndTime: this.tLast,
      channelMessageCounts: this.counts,
    });
  }

  private count(channelId: number, more: bigint): void {
    this.counts.set(channelId, (this.counts.get(channelId) ?? 0n) + more);
    this.messages += more;
  }

  private put(bytes: Uint8Array): void {
    this.opts.sink.append(bytes);
    this.position += bytes.length;
    this.crc.update(bytes);
  }
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
