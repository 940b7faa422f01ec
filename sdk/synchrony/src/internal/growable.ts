/**
 * One number a frame (single precision: a millionth of a radian), addressed by absolute frame number. Keeps at least `keep` frames: older ones are dropped by moving
 * the rest down once the store is full, so that pushing is O(1) on average and nothing is allocated while it runs.
 * With `keep` Infinity it doubles instead.
 */
export class FrameTrack {
  data: Float32Array;
  /** Absolute number of the frame in data[0]. */
  base = 0;
  /** One past the last frame written. */
  end = 0;
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
    this.data = new Float32Array(Number.isFinite(keep) ? keep * 2 : 4096);
  }

  push(value: number): void {
    if (this.end - this.base === this.data.length) this.#makeRoom();
    this.data[this.end - this.base] = value;
    this.end++;
  }

  /** NaN outside what is kept. */
  at(frame: number): number {
    return frame < this.base || frame >= this.end ? NaN : (this.data[frame - this.base] ?? NaN);
  }

  set(frame: number, value: number): void {
    if (frame >= this.base && frame < this.end) this.data[frame - this.base] = value;
  }

  #makeRoom(): void {
    if (Number.isFinite(this.#keep)) {
      this.data.copyWithin(0, this.#keep);
      this.base += this.#keep;
      return;
    }
    const larger = new Float32Array(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
  }
}
