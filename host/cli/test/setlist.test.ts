import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXERCISE_SCHEMA, EXPERIMENT_SCHEMA, SETLIST_SCHEMA } from "@entrain/pacing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createExerciseCommand } from "../src/exercise/exercise-command.ts";
import { repertoireOf } from "../src/exercise/exercise-option.ts";
import { findExercise, readLibrary } from "../src/exercise/library.ts";
import { createExperimentCommand } from "../src/experiment/experiment-command.ts";

vi.setConfig({ testTimeout: 30_000 });

let dir: string;
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), "entrain-setlist-"))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const said = async (make: typeof createExerciseCommand, ...args: readonly string[]): Promise<string> => {
  let out = "";
  await make({ out: (text) => (out += text), note: () => undefined }).parseAsync([...args], { from: "user" });
  return out;
};
const exercise = (...args: readonly string[]): Promise<string> => said(createExerciseCommand, ...args);
const file = (name: string, value: unknown): string => {
  const path = join(dir, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};
const LIST = { format: 1, name: "evening", title: "An evening", purpose: "To end the day." };

describe("what is no setlist", () => {
  test.each([
    ["an exercise that is not there", [{ exercise: "tango" }], "/exercises/0/exercise: expected a shipped exercise"],
    ["a variant that is not there", [{ exercise: "sway", variant: "up" }], "/exercises/0/variant: expected a variant"],
    ["a file that is not there", [{ exercise: "./gone.json" }], "found ENOENT"],
    ["a file that is no exercise", [{ exercise: "broken.json" }], "broken.json: /title: expected"],
  ])("%s is told in its place", async (_, exercises, why) => {
    file("broken.json", { format: 1 });
    const path = file("list.json", { ...LIST, exercises });
    await expect(exercise("check", path)).rejects.toThrow(why);
    await expect(exercise("preview", path, "--out", join(dir, "never.svg"))).rejects.toThrow(why);
    await expect(repertoireOf({ setlist: path }, 1)).rejects.toThrow(why);
    expect(existsSync(join(dir, "never.svg"))).toBe(false);
  });

  test("nor is a name that nobody knows, half a file, or a list beside an exercise", async () => {
    await expect(repertoireOf({ setlist: "tango" }, 1)).rejects.toThrow(
      'expected a file or one of classroom-seated, first-session for --setlist, found "tango"',
    );
    await expect(repertoireOf({ setlist: file("half.json", "{") }, 1)).rejects.toThrow("half.json: expected JSON");
    await expect(repertoireOf({ setlist: "first-session", exercise: "sway" }, 1)).rejects.toThrow(
      "expected one of --exercise, --setlist and --experiment, found --exercise and --setlist",
    );
    await expect(repertoireOf({ variant: "seated" }, 1)).rejects.toThrow("expected --exercise or --setlist beside");
    await expect(repertoireOf({ exercise: "sway", variant: "flying" }, 1)).rejects.toThrow("(seated, one-arm)");
  });
});

test("a list names shipped exercises and files beside it, each in its way", async () => {
  const sway = await findExercise(await readLibrary(), "sway");
  file("my-sway.json", { ...sway, name: "my-sway", title: "My sway" });
  const exercises = [{ exercise: "my-sway.json", variant: "one-arm" }, { exercise: "rest" }];
  const path = file("evening.json", { ...LIST, exercises });
  expect(await exercise("check", path)).toMatch(/"An evening", 2 exercises, about \d+:\d\d min/);
  const { setlist, exercises: known } = await repertoireOf({ setlist: path, variant: "seated" }, 1);
  expect(setlist).toEqual(["my-sway-one-arm", "rest-seated"]);
  expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(["my-sway-one-arm", "rest", "sway"]));
  const text = await exercise("preview", path, "--out", join(dir, "evening.svg"));
  expect(text).toMatch(/^An evening\nTo end the day\.\n\nMy sway \(with one arm\)\n/);
  expect(["evening-1.svg", "evening-2.svg"].map((name) => existsSync(join(dir, name)))).toEqual([true, true]);
});

test("shipped lists are listed, previewed and asked for by name; so are variants", async () => {
  const list = await exercise("list");
  for (const name of ["first-session", "classroom-seated", "walking-together"]) expect(list).toContain(name);
  expect(await exercise("preview", "first-session")).toContain("Walking together");
  expect(await exercise("preview", "walking-together", "--variant", "seated")).toContain("Let your heels take turns");
  expect((await repertoireOf({ setlist: "classroom-seated" }, 1)).setlist[1]).toBe("drumming-seated");
  const rows = JSON.parse(await exercise("list", "--json")) as readonly { readonly name: string }[];
  expect(rows.find(({ name }) => name === "sway")).toMatchObject({ variants: ["seated", "one-arm"] });
});

test("schemas are printed for editors", async () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  expect(JSON.parse(await exercise("schema"))).toEqual(plain(EXERCISE_SCHEMA));
  expect(JSON.parse(await exercise("schema", "--setlist"))).toEqual(plain(SETLIST_SCHEMA));
  expect(JSON.parse(await said(createExperimentCommand, "schema"))).toEqual(plain(EXPERIMENT_SCHEMA));
});
