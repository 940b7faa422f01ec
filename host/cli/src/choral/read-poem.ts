import { open } from "node:fs/promises";
import { MAX_CHORAL_CHARACTERS } from "@entrain/pacing";
import { badFile } from "../score/text.ts";

/** A character takes at most four bytes in UTF-8. */
const MAX_BYTES = 4 * MAX_CHORAL_CHARACTERS;

/** A text file of a poem's size. @throws CliError `bad-file` */
export const readPoem = async (file: string): Promise<string> => {
  const handle = await open(file).catch((error: unknown) => {
    throw badFile("a text file", (error as NodeJS.ErrnoException).code ?? "an error", { file });
  });
  try {
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0).catch((error: unknown) => {
      throw badFile("a text file", (error as NodeJS.ErrnoException).code ?? "an error", { file });
    });
    if (bytesRead > MAX_BYTES) throw badFile(`a text of at most ${String(MAX_BYTES)} bytes`, "more", { file });
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer.subarray(0, bytesRead));
  } catch (error) {
    if (error instanceof TypeError) throw badFile("text in UTF-8", "other bytes", { file });
    throw error;
  } finally {
    await handle.close();
  }
};
