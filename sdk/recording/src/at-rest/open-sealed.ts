import type { ByteSource } from "../api.ts";
import { RecordingError } from "../errors.ts";
import { sourceOf } from "../memory.ts";
import { decrypterFor, type Unlock } from "./keys.ts";
import { AGE_MAGIC, SEGMENTS_MAGIC, startsWith } from "./layout.ts";
import { openSegments } from "./segments.ts";

export type Sealing = "none" | "segments" | "age";

/** How a file is sealed, by its first bytes. */
export const sealingOf = async (source: ByteSource): Promise<Sealing> => {
  const start = await source.read(0, AGE_MAGIC.length);
  if (startsWith(start, SEGMENTS_MAGIC)) return "segments";
  return startsWith(start, AGE_MAGIC) ? "age" : "none";
};

/** Decrypts; a wrong key and a damaged file are told apart as far as age tells them. */
export const opened = async (sealed: Uint8Array, unlock: Unlock): Promise<Uint8Array> => {
  try {
    return await decrypterFor(unlock).decrypt(sealed);
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    const why = (error as Error).message;
    if (why.includes("no identity matched")) {
      throw new RecordingError(
        "locked",
        "expected the key or the passphrase that the file was encrypted for, found another or none",
      );
    }
    throw new RecordingError("damaged", `expected a whole age file, found ${why}`);
  }
};

/**
 * A view of what is in a sealed file; a plain one is handed back as it is. Nothing plain is ever written.
 * A file of another age program is held in memory whole; our own is opened a segment at a time.
 *
 * @throws RecordingError `locked` without the right key, `damaged`, `bad-key`
 */
export const openSealed = async (source: ByteSource, unlock: Unlock): Promise<ByteSource> => {
  switch (await sealingOf(source)) {
    case "none":
      return source;
    case "segments":
      return openSegments(source, unlock);
    case "age":
      return sourceOf(await opened(await source.read(0, source.size), unlock));
  }
};
