import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const NOT_OURS = new Set(["node_modules", "dist", ".nx", ".git", "coverage", "package-lock.json", "LICENSE"]);
const READ_BY_PEOPLE = /\.(?:md|html|ts|tsx|json)$/;
/** The one place where claims are discussed, and this list of them. */
const EXEMPT = new Set(["docs/EVIDENCE.md", "tests/words.test.ts"]);

/** What Entrain never claims: it paces movement and gives feedback on it. */
const CLAIMS = [
  /\btreats?\b(?! as| like| each| every| it\b)/i,
  /\bheal(?:s|ing)\b/i,
  /\bcur(?:es|ative)\b/i,
  /\bdiagnos(?:e|es|is|tic)\b/i,
  /\breduces? (?:anxiety|stress|pain|depression)\b/i,
  /\bneural synchrony\b/i,
  /\brewires?\b/i,
  /\btherapeutic effects?\b/i,
  /\bmirror neurons?\b/i,
  /\bclinically proven\b/i,
  /\bimproves? (?:health|wellbeing|empathy|regulation)\b/i,
];
/** Someone is resting or has a rhythm of their own; nobody is any of these. */
const UNKIND = [/["'`>][^"'`<\n]*\b(?:off-beat|restless)\b[^"'`<\n]*["'`<]/i];

const filesBelow = (dir: string): string[] =>
  readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = dir === "" ? entry.name : `${dir}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return READ_BY_PEOPLE.test(entry.name) && !EXEMPT.has(path) ? [path] : [];
  });

const offences = (text: string, words: readonly RegExp[]): string[] =>
  text
    .split("\n")
    .flatMap((line, i) =>
      words.filter((word) => word.test(line)).map((word) => `line ${String(i + 1)}: ${word.source}`),
    );

describe("words", () => {
  test("the list catches what it is for", () => {
    expect(offences("Entrain treats anxiety", CLAIMS)).toHaveLength(1);
    expect(offences("It reduces stress and rewires you.", CLAIMS)).toHaveLength(2);
    expect(offences(`say("off-beat")`, UNKIND)).toHaveLength(1);
  });

  test("no file makes a claim that Entrain does not make", () => {
    const found = filesBelow("").flatMap((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      // The rule that forbids the words has to name them.
      const rule = /never 'treats'|claim words/;
      return offences(text, CLAIMS)
        .filter((offence) => !rule.test(text.split("\n")[Number(/\d+/.exec(offence)?.[0]) - 1] ?? ""))
        .map((offence) => `${path} ${offence}`);
    });
    expect(found).toEqual([]);
  });

  test("no string calls anybody names", () => {
    const found = filesBelow("").flatMap((path) =>
      path.includes("/test/")
        ? []
        : offences(readFileSync(join(ROOT, path), "utf8"), UNKIND).map((offence) => `${path} ${offence}`),
    );
    expect(found).toEqual([]);
  });
});
