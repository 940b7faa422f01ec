import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { oneLine, quoted, usage } from "./text.ts";

export interface RecordingArgument {
  readonly file: string;
  readonly name: string;
  /** Whether the name was given or is the file's. */
  readonly named: boolean;
}

/** Reads `FILE` or `NAME=FILE`; a file that is there under the whole text is meant as a file. */
export const parseRecordingArgument = (text: string): RecordingArgument => {
  const at = text.indexOf("=");
  if (at >= 0 && !existsSync(text)) {
    const name = oneLine(text.slice(0, at));
    const file = text.slice(at + 1);
    if (name === "" || file === "") throw usage("NAME=FILE", quoted(text));
    return { file, name, named: true };
  }
  const name = oneLine(basename(text, extname(text)));
  return { file: text, name: name === "" ? "member" : name, named: false };
};
