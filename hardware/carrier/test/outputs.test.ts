import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { PARTS } from "../src/parts.ts";
import { PLACES } from "../src/placement.ts";
import { ofType, readCircuit, readMade } from "./copper/circuit.ts";

const circuit = readCircuit();
const rows = (name: string): string[][] =>
  readMade(name)
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/"[^"]*"/g, "quoted").split(","));

it("a maker of boards finds every layer, and nothing in it says when it was made", () => {
  const files = readdirSync(new URL("../made/gerber", import.meta.url)).sort();
  expect(files).toEqual([
    "B_Cu.gbr",
    "B_Mask.gbr",
    "B_Paste.gbr",
    "B_SilkScreen.gbr",
    "Edge_Cuts.gbr",
    "F_Cu.gbr",
    "F_Mask.gbr",
    "F_Paste.gbr",
    "F_SilkScreen.gbr",
    "drill-L1-L2.drl",
    "drill_npth.drl",
  ]);
  for (const file of files) {
    const text = readMade(`gerber/${file}`);
    expect(text, file).toMatch(file.endsWith(".gbr") ? /M02\*\s*$/ : /M30\s*$/);
    expect(text, file).not.toMatch(/20\d\d-\d\d-\d\d/);
  }
});

it("the drill files hold every hole once", () => {
  const hits = (file: string): number => readMade(`gerber/${file}`).match(/^X-?[\d.]+Y-?[\d.]+$/gm)?.length ?? 0;
  expect(hits("drill-L1-L2.drl")).toBe(ofType(circuit, "pcb_via").length + ofType(circuit, "pcb_plated_hole").length);
  expect(hits("drill_npth.drl")).toBe(ofType(circuit, "pcb_hole").length);
});

it("the bill of materials names every part once, each with its maker's number", () => {
  const listed = rows("bill-of-materials.csv").flatMap(([designators = "", quantity, ...rest]) => {
    const names = designators.split(" ");
    expect(names).toHaveLength(Number(quantity));
    expect(rest.at(-1)).toMatch(/^\S.{3,}$/);
    return names;
  });
  const placed = ofType(circuit, "source_component").map(({ name }) => name);
  expect(listed.sort()).toEqual(placed.filter((name) => !name.startsWith("TP")).sort());
  expect(placed.sort()).toEqual(Object.keys(PLACES).sort());
});

it("a machine is told where to set each part that is not soldered by hand", () => {
  const set = rows("pick-and-place.csv");
  expect(set.map(([name]) => name).sort()).toEqual(
    Object.keys(PARTS)
      .filter((name) => !["U1", "LRA1", "J1"].includes(name))
      .sort(),
  );
  for (const [name, x, y] of set) {
    const place = PLACES[name as keyof typeof PLACES];
    expect([Number(x), Number(y)]).toEqual([place.x, place.y]);
  }
});
