import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExerciseDocument } from "@entrain/pacing";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createExerciseCommand } from "../src/exercise/exercise-command.ts";
import { readShipped } from "../src/exercise/library.ts";
import { openShelf } from "../src/exercise/shelf.ts";

vi.setConfig({ testTimeout: 30_000 });

let home: string;
let dir: string;
let sway: ExerciseDocument;
const warnings: string[] = [];
const warn = (line: string): void => void warnings.push(line);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "entrain-home-"));
  dir = join(home, "exercises");
  vi.stubEnv("ENTRAIN_HOME", home);
  sway = (await readShipped()).find(({ name }) => name === "sway") as ExerciseDocument;
});
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  warnings.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("what is kept", () => {
  test("is a file of its name, found again by name in the terminal, and at once by a session", async () => {
    const into: ExerciseDocument[] = [];
    const shelf = await openShelf({ dir, warn, into });
    await shelf.save({ ...sway, name: "my-sway", title: "Mine" });
    await shelf.save({ ...sway, name: "my-sway", title: "Mine, again" });
    expect(readdirSync(dir)).toEqual(["my-sway.json"]);
    expect(into.map(({ title }) => title)).toEqual(["Mine, again"]);
    expect(
      shelf
        .list()
        .filter(({ own }) => own)
        .map(({ document }) => document.name),
    ).toEqual(["my-sway"]);
    let out = "";
    const command = createExerciseCommand({ out: (text) => (out += text), note: () => undefined });
    await command.parseAsync(["list", "--json"], { from: "user" });
    expect((JSON.parse(out) as { name: string; title: string }[]).find(({ name }) => name === "my-sway")?.title).toBe(
      "Mine, again",
    );
  });

  test.each([
    ["nothing", undefined, "expected an object"],
    ["another kind of thing", { format: 1 }, "/name"],
    ["a name that leaves the folder", { name: "../../evil" }, "/name"],
    ["a name with a folder in it", { name: "a/b" }, "/name"],
    ["no name", { name: "" }, "/name"],
    ["a shipped name", { name: "sway" }, "no shipped exercise"],
    ["what no band may play", { steps: [{ ...({} as object) }] }, "/steps/0"],
  ])("%s is refused in one line, and nothing is written", async (_, change, why) => {
    const shelf = await openShelf({ dir, warn });
    const value = change === undefined ? undefined : "format" in change ? change : { ...sway, ...change };
    const refusal = await shelf.save(value).then(
      () => "",
      (error: unknown) => (error as Error).message,
    );
    expect(refusal).toContain(why);
    expect(refusal).not.toContain("\n");
    expect(() => readdirSync(dir)).toThrow();
    expect(readdirSync(home)).toEqual([]);
  });
});

test("a file that is none, or bears another name, is told of, and keeps nobody from the others", async () => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "half.json"), "{");
  writeFileSync(join(dir, "other.json"), JSON.stringify({ ...sway, name: "mine" }));
  writeFileSync(join(dir, "good.json"), JSON.stringify({ ...sway, name: "good" }));
  writeFileSync(join(dir, "sway.json"), JSON.stringify({ ...sway, title: "Not the shipped one" }));
  const shelf = await openShelf({ dir, warn });
  expect(
    shelf
      .list()
      .filter(({ own }) => own)
      .map(({ document }) => document.name),
  ).toEqual(["good"]);
  expect(shelf.exercises.find(({ name }) => name === "sway")?.title).toBe(sway.title);
  expect(warnings.map((line) => line.split(/\s/)[0]).length).toBe(2);
  expect(readFileSync(join(dir, "half.json"), "utf8")).toBe("{");
});

test("an English text is given its marks", async () => {
  const shelf = await openShelf({ dir, warn });
  expect(await shelf.mark("The tide comes in")).toBe("The |tide |comes |in");
});
