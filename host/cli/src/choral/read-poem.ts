import { MAX_CHORAL_CHARACTERS } from "@entrain/pacing";
import { readAtMost } from "../read-at-most.ts";
import { badFile } from "../score/text.ts";

/** A character takes at most four bytes in UTF-8. */
const MAX_BYTES = 4 * MAX_CHORAL_CHARACTERS;

/** A text file of a poem's size. @throws CliError `bad-file` */
export const readPoem = async (file: string): Promise<string> => {
  const bytes = await readAtMost(file, MAX_BYTES).catch((error: unknown) => {
    throw badFile("a text file", (error as NodeJS.ErrnoException).code ?? "an error", { file });
  });
  if (bytes === undefined) throw badFile(`a text of at most ${String(MAX_BYTES)} bytes`, "more", { file });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badFile("text in UTF-8", "other bytes", { file });
  }
};
