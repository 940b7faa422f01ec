/** Bins of the first look: few enough to stay in the nearest cache, enough that one holds few values. */
const BINS = 1024;

/**
 * Values that would be at given places in order, without putting all in order: a histogram tells which bins hold them, and
 * only these bins' values are sorted.
 *
 * @param values finite, at least one
 * @param places whole numbers of [0, length)
 */
export const orderStatistics = (values: Float64Array, places: readonly number[]): number[] => {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // One bin for all where they are alike, or so far apart that their distance is no number.
  const fit = (BINS - 1) / (most - least);
  const scale = Number.isFinite(fit) && most - least < Infinity ? fit : 0;
  const bins = new Uint16Array(values.length);
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < values.length; i++) {
    const bin = (((values[i] as number) - least) * scale) | 0;
    bins[i] = bin;
    counts[bin] = (counts[bin] as number) + 1;
  }
  const wanted = new Uint8Array(BINS);
  for (const place of places) wanted[binOf(counts, place)] = 1;
  const held = new Float64Array(counts.reduce((sum, count, bin) => sum + (wanted[bin] === 1 ? count : 0), 0));
  for (let i = 0, n = 0; i < values.length; i++) if (wanted[bins[i] as number] === 1) held[n++] = values[i] as number;
  held.sort();
  return places.map((place) => held[place - leftOut(counts, wanted, binOf(counts, place))] as number);
};

/** The bin that holds a place. */
const binOf = (counts: Uint32Array, place: number): number => {
  let bin = 0;
  for (let before = counts[0] as number; before <= place; before += counts[bin] as number) bin++;
  return bin;
};

/** Values below a bin that are in none that is wanted. */
const leftOut = (counts: Uint32Array, wanted: Uint8Array, bin: number): number => {
  let sum = 0;
  for (let b = 0; b < bin; b++) if (wanted[b] !== 1) sum += counts[b] as number;
  return sum;
};
