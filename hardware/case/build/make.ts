import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { button } from "../model/button.ts";
import { lid } from "../model/lid.ts";
import { meshOf } from "../model/mesh-of.ts";
import { shell } from "../model/shell.ts";
import type { Solid } from "../model/solids.ts";
import { boardFactsOf } from "../src/board-facts.ts";
import { sizesFor } from "../src/sizes.ts";
import { writeStl } from "../src/write-stl.ts";

/**
 * `make.ts [folder]`: the parts for three wrists, into the folder or into `made/`, in place of what was there. `make.ts folder 163`: the shell for a wrist of one's own beside what is there.
 */
const BOARD = new URL("../../carrier/made/carrier.circuit.json", import.meta.url);
const WRISTS = [150, 170, 190];
const [folder = fileURLToPath(new URL("../made", import.meta.url)), own] = process.argv.slice(2);

const board = boardFactsOf(readFileSync(BOARD, "utf8"));
const writeSolid = (name: string, solid: Solid): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.stl`), writeStl(meshOf(solid)));
};

if (own === undefined) {
  rmSync(folder, { recursive: true, force: true });
  const middle = sizesFor(170, board);
  for (const wrist of WRISTS) writeSolid(`shell-${String(wrist)}`, shell(sizesFor(wrist, board)));
  writeSolid("lid", lid(middle));
  writeSolid("button", button(middle));
} else {
  try {
    writeSolid(`shell-${own}`, shell(sizesFor(Number(own), board)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
