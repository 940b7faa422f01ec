/** Two arrays of one length: real and imaginary parts. */
export interface ComplexArrays {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export const complexArrays = (length: number): ComplexArrays => ({
  re: new Float64Array(length),
  im: new Float64Array(length),
});

/**
 * One Stockham step: a transform of length `count`·radix at `stride` becomes radix transforms of length `count`,
 * already in order. `turns` are e^{−2πi t/N}, one for each t of the whole length N.
 */
export type Pass = (
  from: ComplexArrays,
  to: ComplexArrays,
  turns: ComplexArrays,
  count: number,
  stride: number,
) => void;

export const pass2: Pass = ({ re, im }, { re: toRe, im: toIm }, turns, count, stride) => {
  const half = count * stride;
  for (let p = 0, a = 0, out = 0; p < count; p++, out += stride) {
    const c = turns.re[p * stride] as number;
    const s = turns.im[p * stride] as number;
    for (let q = 0; q < stride; q++, a++, out++) {
      const ar = re[a] as number;
      const ai = im[a] as number;
      const br = re[a + half] as number;
      const bi = im[a + half] as number;
      toRe[out] = ar + br;
      toIm[out] = ai + bi;
      const dr = ar - br;
      const di = ai - bi;
      toRe[out + stride] = dr * c - di * s;
      toIm[out + stride] = dr * s + di * c;
    }
  }
};

const SIN_60 = Math.sqrt(3) / 2;

export const pass3: Pass = ({ re, im }, { re: toRe, im: toIm }, turns, count, stride) => {
  const third = count * stride;
  const stride2 = 2 * stride;
  for (let p = 0, a = 0, out = 0; p < count; p++, out += stride2) {
    const c1 = turns.re[p * stride] as number;
    const s1 = turns.im[p * stride] as number;
    const c2 = turns.re[p * stride2] as number;
    const s2 = turns.im[p * stride2] as number;
    for (let q = 0; q < stride; q++, a++, out++) {
      const ar = re[a] as number;
      const ai = im[a] as number;
      const br = re[a + third] as number;
      const bi = im[a + third] as number;
      const cr = re[a + 2 * third] as number;
      const ci = im[a + 2 * third] as number;
      const sr = br + cr;
      const si = bi + ci;
      toRe[out] = ar + sr;
      toIm[out] = ai + si;
      const mr = ar - 0.5 * sr;
      const mi = ai - 0.5 * si;
      const dr = SIN_60 * (bi - ci);
      const di = SIN_60 * (cr - br);
      toRe[out + stride] = (mr + dr) * c1 - (mi + di) * s1;
      toIm[out + stride] = (mr + dr) * s1 + (mi + di) * c1;
      toRe[out + stride2] = (mr - dr) * c2 - (mi - di) * s2;
      toIm[out + stride2] = (mr - dr) * s2 + (mi - di) * c2;
    }
  }
};

export const pass4: Pass = ({ re, im }, { re: toRe, im: toIm }, turns, count, stride) => {
  const quarter = count * stride;
  const [stride2, stride3] = [2 * stride, 3 * stride];
  for (let p = 0, a = 0, out = 0; p < count; p++, out += stride3) {
    const c1 = turns.re[p * stride] as number;
    const s1 = turns.im[p * stride] as number;
    const c2 = turns.re[p * stride2] as number;
    const s2 = turns.im[p * stride2] as number;
    const c3 = turns.re[p * stride3] as number;
    const s3 = turns.im[p * stride3] as number;
    for (let q = 0; q < stride; q++, a++, out++) {
      const r0 = re[a] as number;
      const i0 = im[a] as number;
      const r1 = re[a + quarter] as number;
      const i1 = im[a + quarter] as number;
      const r2 = re[a + 2 * quarter] as number;
      const i2 = im[a + 2 * quarter] as number;
      const r3 = re[a + 3 * quarter] as number;
      const i3 = im[a + 3 * quarter] as number;
      const er = r0 + r2;
      const ei = i0 + i2;
      const fr = r0 - r2;
      const fi = i0 - i2;
      const gr = r1 + r3;
      const gi = i1 + i3;
      const hr = i1 - i3;
      const hi = r3 - r1;
      toRe[out] = er + gr;
      toIm[out] = ei + gi;
      toRe[out + stride] = (fr + hr) * c1 - (fi + hi) * s1;
      toIm[out + stride] = (fr + hr) * s1 + (fi + hi) * c1;
      toRe[out + stride2] = (er - gr) * c2 - (ei - gi) * s2;
      toIm[out + stride2] = (er - gr) * s2 + (ei - gi) * c2;
      toRe[out + stride3] = (fr - hr) * c3 - (fi - hi) * s3;
      toIm[out + stride3] = (fr - hr) * s3 + (fi - hi) * c3;
    }
  }
};

const COS_72 = Math.cos((2 * Math.PI) / 5);
const SIN_72 = Math.sin((2 * Math.PI) / 5);
const COS_144 = Math.cos((4 * Math.PI) / 5);
const SIN_144 = Math.sin((4 * Math.PI) / 5);

export const pass5: Pass = ({ re, im }, { re: toRe, im: toIm }, turns, count, stride) => {
  const fifth = count * stride;
  const [stride2, stride3, stride4] = [2 * stride, 3 * stride, 4 * stride];
  for (let p = 0, a = 0, out = 0; p < count; p++, out += stride4) {
    const c1 = turns.re[p * stride] as number;
    const s1 = turns.im[p * stride] as number;
    const c2 = turns.re[p * stride2] as number;
    const s2 = turns.im[p * stride2] as number;
    const c3 = turns.re[p * stride3] as number;
    const s3 = turns.im[p * stride3] as number;
    const c4 = turns.re[p * stride4] as number;
    const s4 = turns.im[p * stride4] as number;
    for (let q = 0; q < stride; q++, a++, out++) {
      const r0 = re[a] as number;
      const i0 = im[a] as number;
      const r1 = re[a + fifth] as number;
      const i1 = im[a + fifth] as number;
      const r2 = re[a + 2 * fifth] as number;
      const i2 = im[a + 2 * fifth] as number;
      const r3 = re[a + 3 * fifth] as number;
      const i3 = im[a + 3 * fifth] as number;
      const r4 = re[a + 4 * fifth] as number;
      const i4 = im[a + 4 * fifth] as number;
      const ar = r1 + r4;
      const ai = i1 + i4;
      const br = r2 + r3;
      const bi = i2 + i3;
      const cr = r1 - r4;
      const ci = i1 - i4;
      const dr = r2 - r3;
      const di = i2 - i3;
      toRe[out] = r0 + ar + br;
      toIm[out] = i0 + ai + bi;
      const er = r0 + COS_72 * ar + COS_144 * br;
      const ei = i0 + COS_72 * ai + COS_144 * bi;
      const fr = r0 + COS_144 * ar + COS_72 * br;
      const fi = i0 + COS_144 * ai + COS_72 * bi;
      const gr = SIN_72 * ci + SIN_144 * di;
      const gi = -SIN_72 * cr - SIN_144 * dr;
      const hr = SIN_144 * ci - SIN_72 * di;
      const hi = SIN_72 * dr - SIN_144 * cr;
      toRe[out + stride] = (er + gr) * c1 - (ei + gi) * s1;
      toIm[out + stride] = (er + gr) * s1 + (ei + gi) * c1;
      toRe[out + stride2] = (fr + hr) * c2 - (fi + hi) * s2;
      toIm[out + stride2] = (fr + hr) * s2 + (fi + hi) * c2;
      toRe[out + stride3] = (fr - hr) * c3 - (fi - hi) * s3;
      toIm[out + stride3] = (fr - hr) * s3 + (fi - hi) * c3;
      toRe[out + stride4] = (er - gr) * c4 - (ei - gi) * s4;
      toIm[out + stride4] = (er - gr) * s4 + (ei - gi) * c4;
    }
  }
};
