import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// Every test that the tables of hazards and of threats name is there: a control that nothing shows is a wish.

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

/** Rows of the tables whose last column is 'shown by': what stands before it, and that. */
const rowsOf = (page: string): readonly { readonly what: string; readonly shownBy: string }[] => {
  let isOurs = false;
  return (textOf(page) ?? "").split("\n").flatMap((line, i, lines) => {
    if (!line.startsWith("|")) return [];
    const cells = line.split("|").map((cell) => cell.trim());
    if (!(lines[i - 1] ?? "").startsWith("|")) {
      isOurs = cells.at(-2) === "shown by";
      return [];
    }
    if (!isOurs || cells[1]?.startsWith("---") === true) return [];
    return [{ what: cells.slice(1, -2).join(", "), shownBy: cells.at(-2) ?? "" }];
  });
};

const PAGES = ["firmware/HAZARDS.md", "SECURITY.md"];
const claims = PAGES.flatMap(rowsOf).flatMap(({ shownBy }) => claimsOf(shownBy));

test.each(PAGES)("the tables of %s have rows, and each says what shows it", (page) => {
  const rows = rowsOf(page);
  expect(rows.length).toBeGreaterThan(10);
  for (const { what, shownBy } of rows) expect(shownBy, what).not.toBe("");
});

test.each(claims.map(({ path, name }) => [path, name] as const))("%s: %s", (path, name) => {
  const text = textOf(path);
  expect(text, `expected a file at ${path}`).toBeDefined();
  if (name !== undefined) expect(text?.toLowerCase(), `expected a test named '${name}'`).toContain(name.toLowerCase());
});
