// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ ; the finaliser is MurmurHash3's fmix32.

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The seed of a fork: FNV-1a over the parent's seed and the label, then mixed so that near seeds give far streams. */
export const deriveSeed = (seed: number, label: string): number => {
  let hash = FNV_OFFSET ^ seed;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
