import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Lexicon, loadEnglishLexicon, markEnglish, wordStress } from "../src/index.ts";
import { beatsOfLine } from "../src/alternate.ts";
import { syllableStarts } from "../src/syllable-starts.ts";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadEnglishLexicon();
});

describe("words", () => {
  it("the words of the docstrings", () => {
    expect(wordStress("tomorrow", (word) => (word === "tomorrow" ? "T AH0 M AA1 R OW2" : undefined))).toEqual([
      0, 1, 2,
    ]);
    expect(syllableStarts("tomorrow", 3)).toEqual([0, 2, 5]);
    expect(markEnglish("The tide comes in", lexicon)).toBe("The |tide |comes |in");
  });

  it.each([
    ["the", [0]],
    ["stone", [1]],
    ["river", [1, 0]],
    ["the river’s".split(" ")[1] ?? "", [1, 0]],
    ["celebration", [2, 0, 1, 0]],
    // In no dictionary.
    ["flimble", [1, 0]],
    ["brillation", [0, 1, 0]],
    ["zorblewick", [1, 0, 0]],
  ])("%s", (word, stresses) => {
    expect(wordStress(word.replaceAll("’", "'"), lexicon)).toEqual(stresses);
  });

  it.each([
    ["little", 2, [0, 3]],
    ["forests", 2, [0, 2]],
    ["diverged", 2, [0, 2]],
    ["education", 4, [0, 1, 3, 5]],
    ["time", 1, [0]],
    ["yellow", 2, [0, 3]],
    ["poem", 2, [0, 2]],
  ])("where the syllables of %s begin", (word, count, starts) => {
    expect(syllableStarts(word, count)).toEqual(starts);
  });
});

describe("lines", () => {
  it("known verse, as it is spoken in a group", () => {
    const verse = [
      "|Twinkle, |twinkle, |little |star,",
      "|How I |wonder |what you |are!",
      "I |wandered |lonely |as a |cloud",
      "That |floats on |high |o'er |vales and |hills,",
      "|Tyger |Tyger, |burning |bright,",
      "|In the |forests |of the |night;",
      "|Two |roads di|verged in a |yellow |wood,",
      "|Row, |row, |row your |boat, |gently |down the |stream",
      "The |Lord is my |shepherd; / |I shall |not |want.",
    ].join("\n");
    expect(markEnglish(verse.replaceAll(/\||(?: \/)/gu, ""), lexicon)).toBe(verse);
  });

  it("every line with a word has a beat, no letter is lost, no two marks meet", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("the", "of", "a", "I", "river", "don’t", "été", "x", "42", "—", "rhythm", "!"), {
          minLength: 1,
        }),
        (words) => {
          const line = words.join(" ");
          const marked = markEnglish(line, lexicon);
          expect(marked.replaceAll(/\||(?: \/)/gu, "")).toBe(/\p{L}/u.test(line) ? line : "");
          expect(marked).not.toContain("||");
          if (/\p{L}/u.test(line)) expect(marked).toContain("|");
        },
      ),
    );
  });

  it("no more than two weak syllables stand between beats, whatever the stresses", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 30 }), (stresses) => {
        const isBeat = beatsOfLine(stresses);
        expect(isBeat.some(Boolean)).toBe(true);
        expect(isBeat.map((beat) => (beat ? "|" : ".")).join("")).not.toContain("...");
        stresses.forEach((stress, i) => {
          if (stress === 1) expect(isBeat[i]).toBe(true);
        });
      }),
    );
  });
});
