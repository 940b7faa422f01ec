/**
 * What a drawn group is compared by, from phasors laid out row by row, [member][point]: the same unbiased R² and lock as
 * `groupPhase` gives, without what no draw needs. A masked phasor is 0.
 */
export class DrawnGroup {
  readonly #points: number;
  /** How many have the point, and 1/(n(n − 1)) there; 0 where fewer than two do. */
  readonly #count: Float64Array;
  readonly #weight: Float64Array;
  #counted = 0;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  /** Resultants once each one's offset is taken off. */
  readonly #lockRe: Float64Array;
  readonly #lockIm: Float64Array;

  constructor(points: number) {
    this.#points = points;
    const row = (): Float64Array => new Float64Array(points);
    [this.#count, this.#weight] = [row(), row()];
    [this.#re, this.#im, this.#lockRe, this.#lockIm] = [row(), row(), row(), row()];
  }

  /** @param mask 1 where a member has the point, shape [rows][points]: the same for all draws */
  setMask(mask: Uint8Array, rows: number): void {
    this.#counted = 0;
    for (let p = 0; p < this.#points; p++) {
      let count = 0;
      for (let at = p; at < rows * this.#points; at += this.#points) count += mask[at] as number;
      this.#count[p] = count;
      this.#weight[p] = count < 2 ? 0 : 1 / (count * (count - 1));
      if (count >= 2) this.#counted++;
    }
  }

  /** @returns unbiased R², mean over the points that two or more have */
  align(cos: Float64Array, sin: Float64Array, rows: number): number {
    this.#re.fill(0);
    this.#im.fill(0);
    for (let r = 0; r < rows; r++) this.#add(cos, sin, r * this.#points);
    return this.#meanSquare(this.#re, this.#im);
  }

  /** @returns the same once each one's mean distance from the others is taken off; after {@link align} of the same phasors */
  lock(cos: Float64Array, sin: Float64Array, rows: number): number {
    this.#toDirections();
    this.#lockRe.fill(0);
    this.#lockIm.fill(0);
    for (let r = 0; r < rows; r++) this.#addTurned(cos, sin, r * this.#points);
    return this.#meanSquare(this.#lockRe, this.#lockIm);
  }

  #add(cos: Float64Array, sin: Float64Array, at: number): void {
    const re = this.#re;
    const im = this.#im;
    const points = this.#points;
    for (let p = 0, i = at; p < points; p++, i++) {
      re[p] = (re[p] as number) + (cos[i] as number);
      im[p] = (im[p] as number) + (sin[i] as number);
    }
  }

  /** Mean over the points of (|Σ|² − n)/(n(n − 1)). */
  #meanSquare(re: Float64Array, im: Float64Array): number {
    let sum = 0;
    for (let p = 0; p < this.#points; p++) {
      const x = re[p] as number;
      const y = im[p] as number;
      sum += (x * x + y * y - (this.#count[p] as number)) * (this.#weight[p] as number);
    }
    return this.#counted > 0 ? sum / this.#counted : 0;
  }

  /** From resultants to e^{iΨ}; 0 where Ψ is not known. */
  #toDirections(): void {
    const re = this.#re;
    const im = this.#im;
    for (let p = 0; p < this.#points; p++) {
      const x = re[p] as number;
      const y = im[p] as number;
      const length = Math.sqrt(x * x + y * y);
      const scale = length > 1e-9 && (this.#weight[p] as number) > 0 ? 1 / length : 0;
      re[p] = x * scale;
      im[p] = y * scale;
    }
  }

  /** Adds one member, turned back by the mean of its e^{i(φ − Ψ)}. */
  #addTurned(cos: Float64Array, sin: Float64Array, at: number): void {
    const re = this.#re;
    const im = this.#im;
    const points = this.#points;
    let x = 0;
    let y = 0;
    for (let p = 0, i = at; p < points; p++, i++) {
      const c = cos[i] as number;
      const s = sin[i] as number;
      x += c * (re[p] as number) + s * (im[p] as number);
      y += s * (re[p] as number) - c * (im[p] as number);
    }
    const length = Math.sqrt(x * x + y * y);
    const offsetCos = length > 0 ? x / length : 1;
    const offsetSin = length > 0 ? y / length : 0;
    const lockRe = this.#lockRe;
    const lockIm = this.#lockIm;
    for (let p = 0, i = at; p < points; p++, i++) {
      const c = cos[i] as number;
      const s = sin[i] as number;
      lockRe[p] = (lockRe[p] as number) + (c * offsetCos + s * offsetSin);
      lockIm[p] = (lockIm[p] as number) + (s * offsetCos - c * offsetSin);
    }
  }
}

/** Phase locking value of two rows: with two, Ψ jumps by π when they pass each other; this has no such corner. */
export const lockOfTwo = (cos: Float64Array, sin: Float64Array, mask: Uint8Array, points: number): number => {
  let re = 0;
  let im = 0;
  let both = 0;
  for (let p = 0, q = points; p < points; p++, q++) {
    both += (mask[p] as number) * (mask[q] as number);
    re += (cos[p] as number) * (cos[q] as number) + (sin[p] as number) * (sin[q] as number);
    im += (sin[p] as number) * (cos[q] as number) - (cos[p] as number) * (sin[q] as number);
  }
  return both > 0 ? Math.hypot(re, im) / both : 0;
};
