/** Float64 values of which nobody knows beforehand how many there will be. */
export class GrowingFloats {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(2 * this.#length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  /** A view; it is not to be pushed to afterwards. */
  finish(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
