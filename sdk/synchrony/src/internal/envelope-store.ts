/**
 * Work space for {@link EnvelopeRows}: half a megabyte for thirty members, which a live test would otherwise ask for anew each
 * round, all of it in one frame. Serves one comparison after another, never two at once.
 */
export class EnvelopeStore {
  rows = new Float64Array(0);
  have = new Uint8Array(0);
  sums = new Float64Array(0);
  squares = new Float64Array(0);

  /** Makes room for so many values in all, and as many sums; what is there before is not kept. */
  fit(values: number, sums: number): void {
    if (this.rows.length < values) {
      this.rows = new Float64Array(values);
      this.have = new Uint8Array(values);
    }
    if (this.sums.length >= sums) return;
    this.sums = new Float64Array(sums);
    this.squares = new Float64Array(sums);
  }
}
