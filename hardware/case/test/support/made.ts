import { readFileSync } from "node:fs";
import { boardFactsOf } from "../../src/board-facts.ts";
import { readStl, type Triangle } from "../../src/mesh.ts";
import { sizesFor, type Sizes } from "../../src/sizes.ts";

export const WRISTS = [150, 170, 190];

export const readMade = (name: string): Uint8Array => readFileSync(new URL(`../../made/${name}`, import.meta.url));

const board = boardFactsOf(
  readFileSync(new URL("../../../carrier/made/carrier.circuit.json", import.meta.url), "utf8"),
);

export const sizes = (wrist: number): Sizes => sizesFor(wrist, board);

export const meshOf = (name: string): Triangle[] => readStl(readMade(`${name}.stl`));
