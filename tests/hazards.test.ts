import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// Every test that the table of hazards names is there: a control that nothing shows is a wish.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BEHAVIOURS = "tests/conformance/behaviours";

/** All that stands in a file, or in the files of a folder; undefined where there is none. */
const textOf = (path: string): string | undefined => {
  const full = `${ROOT}/${path}`;
  if (!existsSync(full)) return undefined;
  if (!statSync(full).isDirectory()) return readFileSync(full, "utf8");
  return readdirSync(full)
    .map((file) => textOf(`${path}/${file}`) ?? "")
    .join("\n");
};

interface Claim {
  readonly path: string;
  /** A part of a test's name; undefined: the whole file shows it. */
  readonly name: string | undefined;
}

/** `conformance: 'name'`, or a path in backticks with names after a colon; further names of the same file follow a semicolon. */
const claimsOf = (cell: string): readonly Claim[] => {
  let path = "";
  return cell.split(/; |, (?=`)/).flatMap((part): readonly Claim[] => {
    const [, behaviour] = /^conformance: '(.+)'$/.exec(part) ?? [];
    if (behaviour !== undefined) return [{ path: BEHAVIOURS, name: behaviour }];
    const [, named, rest] = /^`([^`]+)`(?:: (.+))?$/.exec(part) ?? [];
    path = named ?? path;
    const names = named === undefined ? part : rest;
    return names === undefined ? [{ path, name: undefined }] : names.split(", ").map((name) => ({ path, name }));
  });
};

const rows = (textOf("firmware/HAZARDS.md") ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| hazard"))
  .map((line) => line.split("|").map((cell) => cell.trim()));
const claims = rows.flatMap(([, , , , shownBy = ""]) => claimsOf(shownBy));

test("the table has rows, and each says what shows it", () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const cells of rows) expect(cells[4], cells[2]).not.toBe("");
});

test.each(claims.map(({ path, name }) => [path, name] as const))("%s: %s", (path, name) => {
  const text = textOf(path);
  expect(text, `expected a file at ${path}`).toBeDefined();
  if (name !== undefined) expect(text?.toLowerCase(), `expected a test named '${name}'`).toContain(name.toLowerCase());
});
