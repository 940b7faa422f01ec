import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { csv, failure, Folder, score, swing } from "./bench.ts";

let folder: Folder;
let a: string;
let b: string;

beforeEach(() => {
  folder = new Folder();
  a = folder.write("a.csv", csv(swing()));
  b = folder.write("b.csv", csv(swing({ phaseRad: 1 })));
});

afterEach(() => {
  folder.remove();
});

it("writes nothing where the input is no good", async () => {
  const out = join(folder.path, "out");
  await failure(a, folder.write("bad.csv", "nothing"), "--out", out);
  expect(existsSync(out)).toBe(false);
});

it("is a file: one line, and the file stays", async () => {
  const out = folder.write("out", "mine");
  expect(await failure(a, b, "--out", out)).toMatch(
    /^cannot-write: expected a folder that can be written, found EEXIST: .*, at \/.*out$/,
  );
  expect(readFileSync(out, "utf8")).toBe("mine");
});

it("has a folder where a file is to go: nothing is begun", async () => {
  const out = join(folder.path, "out");
  mkdirSync(join(out, "score.svg"), { recursive: true });
  expect(await failure(a, b, "--out", out)).toMatch(
    /^cannot-write: expected a folder that can be written, found a folder named .*score\.svg, at /,
  );
  expect(readdirSync(out)).toEqual(["score.svg"]);
});

it("writes both files, over those of before, and says the same as without", async () => {
  const out = join(folder.path, "deep", "out");
  await score(a, b, "--out", out);
  const { out: said } = await score(a, b, "--out", out, "--json");
  expect(readdirSync(out).sort()).toEqual(["score.json", "score.svg"]);
  expect(readFileSync(join(out, "score.json"), "utf8")).toBe(said);
  expect(readFileSync(join(out, "score.svg"), "utf8")).toMatch(/^<svg /);
});
