const toWord = (value: number): number => Math.max(-32_768, Math.min(32_767, Math.round(value)));

/** A chip's FIFO of whole sets of 16-bit words; a new set overwrites the oldest when it is full. */
export interface SampleRing {
  put(values: readonly number[]): void;
  /** So many of the oldest, little-endian; zeros where there are fewer. */
  take(sets: number): Uint8Array;
  count(): number;
  clear(): void;
}

export const createSampleRing = (mostSets: number, wordsPerSet: number): SampleRing => {
  const ring = new Int16Array(mostSets * wordsPerSet);
  let first = 0;
  let count = 0;
  return {
    put(values) {
      const at = ((first + count) % mostSets) * wordsPerSet;
      for (let i = 0; i < wordsPerSet; i++) ring[at + i] = toWord(values[i] ?? 0);
      if (count < mostSets) count++;
      else first = (first + 1) % mostSets;
    },
    take(sets) {
      const words = new Int16Array(sets * wordsPerSet);
      for (let i = 0; i < sets && count > 0; i++) {
        const at = first * wordsPerSet;
        words.set(ring.subarray(at, at + wordsPerSet), i * wordsPerSet);
        first = (first + 1) % mostSets;
        count--;
      }
      return new Uint8Array(words.buffer);
    },
    count: () => count,
    clear() {
      count = 0;
    },
  };
};
