import { createSealingSink, MemoryFile, newKeyPair, openSealed, RecordingError, sourceOf } from "@entrain/recording";
import { damagedBytes } from "../damage.ts";
import { diceOf } from "../dice.ts";
import type { Target } from "../target.ts";

const FILES = 6;
const PARTS = [120, 900, 3_000];

interface Sealed {
  readonly identity: string;
  readonly plain: Uint8Array;
  readonly bytes: Uint8Array;
}

const seal = async (): Promise<Sealed> => {
  const { identity, recipient } = await newKeyPair();
  const below = new MemoryFile();
  const sink = await createSealingSink(below, { recipients: [recipient] });
  const plain = new Uint8Array(PARTS.reduce((sum, length) => sum + length, 0)).map((_, i) => (i * 31) & 255);
  let at = 0;
  for (const length of PARTS) {
    sink.append(plain.subarray(at, (at += length)));
    sink.sync();
    await sink.settled();
  }
  sink.close();
  await sink.settled();
  return { identity, plain, bytes: below.bytes.slice() };
};
let file: Promise<Sealed> | undefined;

export const sealedFiles: Target = {
  name: "encrypted session files, damaged",
  holds: "refused, or the beginning of what was written",
  share: 0.004,
  round: async (seed) => {
    const { identity, plain, bytes } = await (file ??= seal());
    const dice = diceOf(seed);
    const faults: string[] = [];
    let thrown = 0;
    for (let k = 0; k < FILES; k++) {
      const damaged = damagedBytes(bytes, bytes, dice);
      thrown += damaged.length;
      try {
        const source = await openSealed(sourceOf(damaged), { identities: [identity] });
        const read = await source.read(0, source.size);
        const isStart = read.every((byte, i) => byte === plain[i]);
        // Without its first letters it is no sealed file, and nothing is opened.
        const isUnopened = Buffer.from(read).equals(damaged);
        if (!isStart && !isUnopened) faults.push(`seed ${String(seed)}: other bytes than were written`);
      } catch (error) {
        if (!(error instanceof RecordingError)) faults.push(`seed ${String(seed)}: ${String(error)}`);
      }
    }
    return { bytes: thrown, faults };
  },
};
