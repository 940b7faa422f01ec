import type { Lexicon } from "./word-stress.ts";

/**
 * The pronunciations of the Carnegie Mellon University Pronouncing Dictionary (about 130,000 English words, as spoken in
 * North America). Loaded when asked for: it is some megabytes.
 *
 * @returns a word in small letters to its sounds, as `B OW1 T`; undefined where it is not listed
 */
export const loadEnglishLexicon = async (): Promise<Lexicon> => {
  const { dictionary } = await import("cmu-pronouncing-dictionary");
  return (word) => (Object.hasOwn(dictionary, word) ? dictionary[word] : undefined);
};
