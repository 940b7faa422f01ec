import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { carrierOutputs } from "./outputs.ts";

/** Writes what is made of the board into the folder that is named, or into `made/`, in place of what was there. */
const folder = process.argv[2] ?? fileURLToPath(new URL("../made", import.meta.url));
const outputs = await carrierOutputs();
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of outputs) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
