import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const LABEL = /never built on a bench yet/;

const pages = [
  "README.md",
  "hardware/README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");
/** Whatever a page links to that is made of board or case, pictures included. */
const made = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)]*(?:\/made\/|\bband\/band-)[^)]*)\)/g)].map(([, link = ""]) => link);

describe("pages about a band that nobody has built", () => {
  it("say so, wherever they show board or case", () => {
    const showing = pages.filter((page) => made(page).length > 0 || /BUILD-A-BAND/.test(read(page)));
    expect(showing).toEqual(expect.arrayContaining(["README.md", "docs/BUILD-A-BAND.md", "hardware/README.md"]));
    for (const page of showing) expect(read(page).replace(/\s+/g, " "), page).toMatch(LABEL);
  });

  it("show what is there, with words for those who do not see it", () => {
    for (const page of pages) {
      for (const link of made(page)) expect(existsSync(join(ROOT, dirname(page), link)), `${page}: ${link}`).toBe(true);
      expect(read(page), page).not.toMatch(/!\[\]\(/);
    }
  });

  it("the board itself says so, in copper's own ink", () => {
    const circuit = readFileSync(join(ROOT, "hardware/carrier/made/carrier.circuit.json"), "utf8");
    expect(circuit).toMatch(LABEL);
  });
});
