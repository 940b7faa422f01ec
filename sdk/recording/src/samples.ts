import {
  type BandMessage,
  type ClockMap,
  LineReader,
  messages,
  type MessageOf,
  sampleCount,
  samplesOf,
} from "@entrain/protocol";
import type { ByteSource, SampleBlock } from "./api.ts";
import { decoded, storedEntries } from "./read-entries.ts";

const NEWLINE = Uint8Array.of(0x0a);

/** A member's samples, out of the lines of their band and the clock maps that held when these came. */
export async function* samplesOfMember(source: ByteSource, member: number): AsyncGenerator<SampleBlock> {
  let map: ClockMap | undefined;
  let hello: MessageOf<"hello"> | undefined;
  let nextIndex: number | undefined;
  const blocks: SampleBlock[] = [];
  const take = (message: BandMessage): void => {
    if (message.kind === "hello") {
      if (hello !== undefined && hello.bootId !== message.bootId) nextIndex = undefined;
      hello = message;
    }
    if (message.kind !== "imuBurst" || hello === undefined) return;
    const missed = nextIndex === undefined ? 0 : Math.max(0, message.firstIndex - nextIndex);
    nextIndex = message.firstIndex + sampleCount(message);
    if (map !== undefined && sampleCount(message) > 0) blocks.push({ ...samplesOf(message, hello, map), missed });
  };
  const reader = new LineReader({
    onMessage: (message) => {
      if (messages[message.kind].from === "band") take(message as BandMessage);
    },
  });
  const ignore = (): void => undefined;
  for await (const batch of storedEntries(source, ignore)) {
    for (const stored of batch) {
      if (stored.kind !== "frame" && stored.kind !== "clock") continue;
      const entry = decoded(stored, ignore);
      if (entry?.kind === "clock" && entry.member === member) ({ map } = entry);
      if (entry?.kind !== "frame" || entry.member !== member) continue;
      reader.push(entry.line);
      reader.push(NEWLINE);
    }
    yield* blocks.splice(0);
  }
}
