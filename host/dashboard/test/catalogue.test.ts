import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { Catalogue } from "../src/words/catalogue.ts";
import { catalogueOf, LANGUAGES, languageOf } from "../src/words/language.ts";
import { en } from "../src/words/en/index.ts";
import { figure, listOf, speak, t } from "../src/words/t.ts";
import { proseIn } from "./prose.ts";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));
const CATALOGUES = /^words\/(?:en|de|es)\//;

const sources = (): readonly (readonly [string, string])[] =>
  readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !CATALOGUES.test(path))
    .map((path) => [path, readFileSync(join(SOURCE, path), "utf8")]);

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

afterEach(() => {
  speak("en", en);
});

test.each(LANGUAGES)("%s says everything that English says, with the same places to fill", async (language) => {
  const catalogue = await catalogueOf(language);
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(catalogue) as [keyof Catalogue, string][]) {
    expect(text.trim(), key).not.toBe("");
    expect(placesOf(text), key).toEqual(placesOf(en[key]));
  }
});

test("no text stands in a component: each is in the catalogue", () => {
  expect(sources().flatMap(([path, text]) => proseIn(path, text).map((prose) => `${path}: ${prose}`))).toEqual([]);
});

test("what is looked for would be found", () => {
  expect(proseIn("a.tsx", `const a = <p class="some name">Hello</p>;`)).toEqual(["Hello"]);
  expect(proseIn("a.tsx", `const a = <p aria-label="People">{t("x.y")}</p>;`)).toEqual(["People"]);
  expect(proseIn("a.ts", `const a = wrong ? "try again" : \`\${n} of many\`;`)).toEqual(["try again", "of many"]);
  expect(proseIn("a.tsx", `const a = <p class={b ? "of name" : "c"}>{d} · 1</p>;`)).toEqual([]);
});

test("no text is in the catalogue that the page never says", () => {
  const all = sources()
    .map(([, text]) => text)
    .join("\n");
  const said = (key: string): boolean =>
    all.includes(`"${key}"`) || all.includes(`\`${key.slice(0, key.lastIndexOf(".") + 1)}\${`);
  expect(Object.keys(en).filter((key) => !said(key))).toEqual([]);
});

test("places are filled, figures and lists are written as the language does", async () => {
  expect(t("stop.waitingFor", { names: "Ada" })).toBe("stopping … waiting for: Ada");
  speak("de", await catalogueOf("de"));
  expect(figure(66.66, 1)).toBe("66,7");
  expect(listOf(["Ada", "Ben", "Cleo"])).toBe("Ada, Ben und Cleo");
  expect(t("group.withPulseScore", { score: 75 })).toBe("mit dem Puls: 75 von 100");
});

test.each([
  ["de", ["en-GB"], "de"],
  [null, ["fr-FR", "es-MX", "de"], "es"],
  ["xx", ["DE-at"], "de"],
  [null, [], "en"],
] as const)("chosen %s, wanted %j: %s", (chosen, wanted, language) => {
  expect(languageOf(chosen, wanted)).toBe(language);
});
