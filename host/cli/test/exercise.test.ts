import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createExerciseCommand } from "../src/exercise/exercise-command.ts";
import { exercisesDir } from "../src/exercise/library.ts";

vi.setConfig({ testTimeout: 30_000 });

let dir: string;
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), "entrain-exercise-"))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const exercise = async (...args: readonly string[]): Promise<{ out: string; notes: string }> => {
  const said = { out: "", notes: "" };
  const command = createExerciseCommand({
    out: (text) => (said.out += text),
    note: (text) => (said.notes += text),
  });
  await command.parseAsync([...args], { from: "user" });
  return said;
};
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

describe("a file that is no exercise", () => {
  test.each([
    ["empty", "", "expected JSON"],
    ["not JSON", "{ nothing", "expected JSON"],
    ["too long", " ".repeat(300_000), "expected at most 256 kB, found more"],
    ["too deep", "[".repeat(200_000), "expected JSON"],
    ["a list", "[]", "/: expected an object, found a list of 0"],
    ["half of one", '{"format": 1}', "/title: expected a text of 1 to 80 characters, found nothing"],
  ])("%s is refused by its path and what was found", async (name, text, why) => {
    const path = file(`${name}.json`, text);
    await expect(exercise("check", path)).rejects.toThrow(why);
    await expect(exercise("check", path)).rejects.toThrow(path);
    await expect(exercise("preview", path)).rejects.toThrow(why);
  });

  test("nor is one that is not there, or a folder, or a name that nobody knows", async () => {
    await expect(exercise("check", join(dir, "none.json"))).rejects.toThrow("found ENOENT");
    await expect(exercise("check", dir)).rejects.toThrow("found EISDIR");
    await expect(exercise("preview", "tango")).rejects.toThrow('found "tango"');
  });

  test("a problem a line", async () => {
    const path = file("two.json", '{"format": 2, "name": "Two"}');
    const lines = await exercise("check", path).catch((error: unknown) => (error as Error).message.split("\n"));
    expect(lines).toHaveLength(7);
    for (const line of lines as readonly string[]) expect(line).toMatch(/two\.json: \/\w+: expected .*, found .*$/);
  });
});

test("a shipped document is one, and its preview says now, next and ends at for each step", async () => {
  expect((await exercise("check", join(exercisesDir(), "canon.json"))).out).toContain('"Canon", 3 steps, 2:41 min');
  const { out } = await exercise("preview", "canon");
  expect(out).toContain("Learn it together: ends at 0:46, then The round");
  expect(out).toContain("group 2: X x x · X x X ·, 8 beats later");
  expect(out.match(/a soft double pulse/g)).toHaveLength(3);
  expect(out).toContain("Ending: softer until 2:41");
});

test("the picture has a tick for every pulse that is drawn, and never a number that is none", async () => {
  const path = join(dir, "sway.svg");
  const { notes } = await exercise("preview", "sway", "--out", path);
  const svg = readFileSync(path, "utf8");
  expect(notes).toContain(path);
  expect(svg.match(/M[\d.]+ [\d.]+v-/g)?.length).toBeGreaterThan(60);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  const png = join(dir, "sway.png");
  await exercise("preview", "sway", "--out", png);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe("PNG");
  await expect(exercise("preview", "sway", "--out", join(dir, "sway.gif"))).rejects.toThrow(".svg or .png");
});

test("the list names every shipped exercise", async () => {
  const listed = JSON.parse((await exercise("list", "--json")).out) as readonly { name: string }[];
  expect(listed.length).toBeGreaterThanOrEqual(18);
  const { out } = await exercise("list");
  for (const { name } of listed) expect(out).toContain(name);
});
