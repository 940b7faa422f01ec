import { syllable } from "syllable";

/** Sounds of a word in small letters, vowels with their stress as in the CMU dictionary; undefined for an unknown word. */
export type Lexicon = (word: string) => string | undefined;

/** Of a syllable: 0 weak, 1 stressed, 2 a lesser stress, as in the CMU dictionary. */
export type Stress = 0 | 1 | 2;

/**
 * Words of one syllable that carry no stress in ordinary speech, though the dictionary, which knows words alone, gives
 * them one: articles, prepositions, pronouns, auxiliaries, conjunctions (Selkirk 1984, 'function words').
 */
const WEAK_WORDS = new Set(
  (
    "a an the and or but nor for so yet if as than that to of in on at by with from up off out " +
    "i me my mine we us our you your he him his she her it its they them their who whom whose which what this these " +
    "am is are was were be been do does did has have had can could shall should will would may might must let " +
    "i'm i'll i've i'd you're you'll you've you'd he's he'll he'd she's she'll she'd it's it'll we're we'll we've we'd " +
    "they're they'll they've they'd that's there's who's what's thy thine thee thou ye hath doth art o'er"
  ).split(" "),
);

const isStress = (digit: string): digit is "0" | "1" | "2" => digit === "0" || digit === "1" || digit === "2";

const fromSounds = (sounds: string): Stress[] =>
  sounds.split(" ").flatMap((sound) => {
    const digit = sound.at(-1) ?? "";
    return isStress(digit) ? [Number(digit) as Stress] : [];
  });

/** Endings before which the stress lies: na-tion, ma-gic. */
const STRESS_BEFORE = /(?:[st]ion|sion|cian|ic|ics|ical|ity|ious|eous|ian)s?$/u;

/** A word that no dictionary knows: the commonest place of the stress in English by length. */
const guessed = (word: string): Stress[] => {
  const count = Math.max(1, syllable(word));
  const isBeforeLast = STRESS_BEFORE.test(word) || count === 2;
  const at = count === 1 ? 0 : isBeforeLast ? Math.max(0, count - 2) : count - 3;
  return Array.from({ length: count }, (_, i) => (i === at ? 1 : 0));
};

/**
 * Stress of each syllable of an English word.
 *
 * @param word - in any case, apostrophes as `'`
 * @returns at least one syllable
 * @example
 * ```ts
 * wordStress("tomorrow", (word) => (word === "tomorrow" ? "T AH0 M AA1 R OW2" : undefined)); // [0, 1, 2]
 * ```
 */
export const wordStress = (word: string, lexicon: Lexicon): Stress[] => {
  const small = word.toLowerCase();
  const sounds = lexicon(small) ?? lexicon(small.replace(/'s$|'$/u, ""));
  const known = sounds === undefined ? [] : fromSounds(sounds);
  const stresses = known.length > 0 ? known : guessed(small);
  return stresses.length === 1 ? [WEAK_WORDS.has(small) ? 0 : 1] : stresses;
};
