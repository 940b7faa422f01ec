import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const STORE_MILLIS = 10_000;
const CHUNK_CHARS = 2_000;

/** Puts a text into the flash that an interpreter finds in its directory; in pieces, for a small one has no room for more. */
export const storeInFlash = (program: string, dir: string, text: string): void => {
  const script = join(dir, "store.js");
  for (let at = 0; at < text.length; at += CHUNK_CHARS) {
    const piece = JSON.stringify(text.slice(at, at + CHUNK_CHARS));
    writeFileSync(script, `require("Storage").write("band",${piece},${String(at)},${String(text.length)});quit();\n`);
    spawnSync(program, [script], { cwd: dir, input: "\n", timeout: STORE_MILLIS });
  }
};
