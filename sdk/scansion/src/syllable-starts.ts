/** Two letters that begin a syllable together. */
const TOGETHER = /(?:[bcdfgkpstvw]r|[bcfgkps]l|s[ckmnptw]|[cgpstw]h|qu|tw|dw|kn|wr|th|sh|ch|ph)$/u;
/** The end of lit-tle, ap-ples. */
const ENDS_IN_LE = /^[^aeiouylrw]le(?:s|d)?$/u;
const VOWELS = /[aeiouyà-öø-ÿ]+/gu;

interface Vowel {
  readonly from: number;
  readonly to: number;
}

/** Groups of vowel letters; a last e is silent (time), but for -le after a consonant (little). */
const vowelGroups = (word: string): Vowel[] => {
  const groups = Array.from(word.matchAll(VOWELS), ({ index, 0: { length } }) => ({ from: index, to: index + length }));
  // y before a vowel at the start of a word is a consonant.
  if (word.startsWith("y") && groups[0] !== undefined && groups[0].to > 1) groups[0] = { ...groups[0], from: 1 };
  const last = groups.at(-1);
  const isSilent =
    groups.length > 1 &&
    last !== undefined &&
    /[^aeiouy]e(?:s|d|'s)?$/u.test(word) &&
    last.from >= word.length - 3 &&
    !/[^aeiouylrw]les?$/u.test(word) &&
    !/[td]ed$|[cgsxz]es$|(?:ch|sh)es$/u.test(word);
  return isSilent ? groups.slice(0, -1) : groups;
};

/** Splits the longest group until there are enough, or joins the last ones until there are no more. */
const fitted = (groups: readonly Vowel[], count: number): Vowel[] => {
  const out = [...groups];
  while (out.length > count) out.pop();
  while (out.length < count) {
    const widest = out.reduce((best, group, i) => {
      const chosen = out[best];
      return chosen !== undefined && group.to - group.from > chosen.to - chosen.from ? i : best;
    }, 0);
    const group = out[widest];
    if (group === undefined || group.to - group.from < 2) break;
    out.splice(widest, 1, { from: group.from, to: group.from + 1 }, { from: group.from + 1, to: group.to });
  }
  return out;
};

/**
 * Where the syllables of a written word begin, as near as its spelling tells: a consonant goes with the vowel after it.
 *
 * @param word - in small letters
 * @param count - syllables that it is spoken with
 * @returns an index a syllable, rising; fewer than `count` where the spelling has not that many vowels
 * @example
 * ```ts
 * syllableStarts("tomorrow", 3); // [0, 2, 5]
 * ```
 */
export const syllableStarts = (word: string, count: number): number[] => {
  const groups = fitted(vowelGroups(word), count);
  return groups.map(({ from }, i) => {
    const before = i === 0 ? 0 : (groups[i - 1]?.to ?? 0);
    if (i === 0) return 0;
    const consonants = word.slice(before, from);
    if (consonants.length === 0) return from;
    const isPair = TOGETHER.test(consonants) || (consonants.length > 1 && ENDS_IN_LE.test(word.slice(from - 2)));
    return isPair ? from - 2 : from - 1;
  });
};
