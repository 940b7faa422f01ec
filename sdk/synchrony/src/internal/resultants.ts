import type { PhasorTable } from "../group-phase.ts";

/** Σ_k of unit phasors at each of a few points, and of how many members. */
export interface Resultants {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly count: Float64Array;
}

export const resultantsOf = (points: number): Resultants => ({
  re: new Float64Array(points),
  im: new Float64Array(points),
  count: new Float64Array(points),
});

/** Each member's mean offset; for {@link addTurned}, sums that are added to. */
export interface Offsets {
  readonly offsetCos: Float64Array;
  readonly offsetSin: Float64Array;
}

/** Points whose sums run side by side: one sum alone would wait for each of its own additions. */
const ABREAST = 4;

/**
 * Resultant of the members' phasors at the points [from, end), each turned back by the member's offset where these are
 * given. What is masked is left out.
 *
 * @param gaps whether anything is masked at all
 * @param out from its place 0
 */
export const resultants = (
  table: PhasorTable,
  gaps: boolean,
  from: number,
  end: number,
  out: Resultants,
  offsets?: Offsets,
): void => {
  const { members, cos, sin, mask } = table;
  const whole = gaps ? from : end - ((end - from) % ABREAST);
  if (offsets === undefined) plainAbreast(table, from, whole, out);
  else turnedAbreast(table, from, whole, out, offsets);
  for (let p = whole; p < end; p++) {
    let re = 0;
    let im = 0;
    let n = 0;
    for (let k = 0, i = p * members; k < members; k++, i++) {
      if (gaps && mask[i] !== 1) continue;
      const c = cos[i] as number;
      const s = sin[i] as number;
      const oc = offsets === undefined ? 1 : (offsets.offsetCos[k] as number);
      const os = offsets === undefined ? 0 : (offsets.offsetSin[k] as number);
      re += c * oc + s * os;
      im += s * oc - c * os;
      n++;
    }
    out.re[p - from] = re;
    out.im[p - from] = im;
    out.count[p - from] = n;
  }
};

const plainAbreast = ({ members, cos, sin }: PhasorTable, from: number, end: number, out: Resultants): void => {
  for (let p = from, q = 0; p < end; p += ABREAST, q += ABREAST) {
    let re0 = 0;
    let re1 = 0;
    let re2 = 0;
    let re3 = 0;
    let im0 = 0;
    let im1 = 0;
    let im2 = 0;
    let im3 = 0;
    const last = (p + 1) * members;
    for (let a = p * members, b = last, c = b + members, d = c + members; a < last; a++, b++, c++, d++) {
      re0 += cos[a] as number;
      im0 += sin[a] as number;
      re1 += cos[b] as number;
      im1 += sin[b] as number;
      re2 += cos[c] as number;
      im2 += sin[c] as number;
      re3 += cos[d] as number;
      im3 += sin[d] as number;
    }
    write(out, q, re0, im0, members);
    write(out, q + 1, re1, im1, members);
    write(out, q + 2, re2, im2, members);
    write(out, q + 3, re3, im3, members);
  }
};

const turnedAbreast = (
  { members, cos, sin }: PhasorTable,
  from: number,
  end: number,
  out: Resultants,
  { offsetCos, offsetSin }: Offsets,
): void => {
  for (let p = from, q = 0; p < end; p += ABREAST, q += ABREAST) {
    let re0 = 0;
    let re1 = 0;
    let re2 = 0;
    let re3 = 0;
    let im0 = 0;
    let im1 = 0;
    let im2 = 0;
    let im3 = 0;
    let a = p * members;
    let b = a + members;
    let c = b + members;
    let d = c + members;
    for (let k = 0; k < members; k++, a++, b++, c++, d++) {
      const oc = offsetCos[k] as number;
      const os = offsetSin[k] as number;
      re0 += (cos[a] as number) * oc + (sin[a] as number) * os;
      im0 += (sin[a] as number) * oc - (cos[a] as number) * os;
      re1 += (cos[b] as number) * oc + (sin[b] as number) * os;
      im1 += (sin[b] as number) * oc - (cos[b] as number) * os;
      re2 += (cos[c] as number) * oc + (sin[c] as number) * os;
      im2 += (sin[c] as number) * oc - (cos[c] as number) * os;
      re3 += (cos[d] as number) * oc + (sin[d] as number) * os;
      im3 += (sin[d] as number) * oc - (cos[d] as number) * os;
    }
    write(out, q, re0, im0, members);
    write(out, q + 1, re1, im1, members);
    write(out, q + 2, re2, im2, members);
    write(out, q + 3, re3, im3, members);
  }
};

const write = (out: Resultants, q: number, re: number, im: number, count: number): void => {
  out.re[q] = re;
  out.im[q] = im;
  out.count[q] = count;
};

/** Sums of each member's offset from the group, and of the points they are over. */
interface OffsetSums extends Offsets {
  readonly memberRho: Float64Array;
}

/**
 * Adds e^{i(φ_k − Ψ)} of the points [from, end) to each member's sum, and their number to its count.
 *
 * @param toward e^{iΨ} of these points from its place 0; 0 where Ψ is not known
 */
export const addTurned = (
  table: PhasorTable,
  gaps: boolean,
  from: number,
  end: number,
  toward: Resultants,
  sums: OffsetSums,
): void => {
  const { members, cos, sin, mask } = table;
  const { offsetCos, offsetSin, memberRho } = sums;
  const whole = gaps ? from : end - ((end - from) % ABREAST);
  addAbreast(table, from, whole, toward, sums);
  for (let p = whole; p < end; p++) {
    const c = toward.re[p - from] as number;
    const s = toward.im[p - from] as number;
    if (c === 0 && s === 0) continue;
    for (let k = 0, i = p * members; k < members; k++, i++) {
      if (gaps && mask[i] !== 1) continue;
      offsetCos[k] = (offsetCos[k] as number) + ((cos[i] as number) * c + (sin[i] as number) * s);
      offsetSin[k] = (offsetSin[k] as number) + ((sin[i] as number) * c - (cos[i] as number) * s);
      memberRho[k] = (memberRho[k] as number) + 1;
    }
  }
};

const addAbreast = (
  { members, cos, sin }: PhasorTable,
  from: number,
  end: number,
  { re, im }: Resultants,
  { offsetCos, offsetSin, memberRho }: OffsetSums,
): void => {
  let known = 0;
  for (let p = from, q = 0; p < end; p += ABREAST, q += ABREAST) {
    const c0 = re[q] as number;
    const s0 = im[q] as number;
    const c1 = re[q + 1] as number;
    const s1 = im[q + 1] as number;
    const c2 = re[q + 2] as number;
    const s2 = im[q + 2] as number;
    const c3 = re[q + 3] as number;
    const s3 = im[q + 3] as number;
    known += Number(c0 !== 0 || s0 !== 0) + Number(c1 !== 0 || s1 !== 0);
    known += Number(c2 !== 0 || s2 !== 0) + Number(c3 !== 0 || s3 !== 0);
    let x0 = p * members;
    let x1 = x0 + members;
    let x2 = x1 + members;
    let x3 = x2 + members;
    for (let k = 0; k < members; k++, x0++, x1++, x2++, x3++) {
      const a0 = cos[x0] as number;
      const b0 = sin[x0] as number;
      const a1 = cos[x1] as number;
      const b1 = sin[x1] as number;
      const a2 = cos[x2] as number;
      const b2 = sin[x2] as number;
      const a3 = cos[x3] as number;
      const b3 = sin[x3] as number;
      offsetCos[k] =
        (offsetCos[k] as number) +
        (a0 * c0 + b0 * s0 + (a1 * c1 + b1 * s1) + (a2 * c2 + b2 * s2 + (a3 * c3 + b3 * s3)));
      offsetSin[k] =
        (offsetSin[k] as number) +
        (b0 * c0 - a0 * s0 + (b1 * c1 - a1 * s1) + (b2 * c2 - a2 * s2 + (b3 * c3 - a3 * s3)));
    }
  }
  for (let k = 0; k < members; k++) memberRho[k] = (memberRho[k] as number) + known;
};
