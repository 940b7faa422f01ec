import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { boardFactsOf } from "../src/board-facts.ts";
import { sizesFor } from "../src/sizes.ts";
import { pictures } from "./pictures.ts";

/** `draw.ts folder`: the pictures of the band for a wrist of 170 mm, in place of what was in the folder. */
const BOARD = new URL("../../carrier/made/carrier.circuit.json", import.meta.url);
const folder = process.argv[2];
if (folder === undefined) throw new Error("Expected a folder for the pictures, found none");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of pictures(sizesFor(170, boardFactsOf(readFileSync(BOARD, "utf8")))))
  writeFileSync(join(folder, name), bytes);
