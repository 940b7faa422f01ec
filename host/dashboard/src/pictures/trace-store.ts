/** How long a trace is seen, seconds. */
export const SHOWN_S = 20;
/** 25 views a second, and some to spare. */
const KEPT = 640;

/** The last seconds of everybody's movement, as uPlot wants it: times in seconds, then a row a member. */
export class TraceStore {
  private times: number[] = [];
  private rows: (number | null)[][] = [];

  /**
   * Takes one view's points. A gap is left where views are missing, so that no line is drawn over what nobody measured.
   *
   * @param tS - session time, seconds
   * @param movementMilliG - by member, thousandths of a g
   */
  push(tS: number, movementMilliG: readonly number[]): void {
    const last = this.times.at(-1);
    if (last !== undefined && tS <= last) this.clear();
    if (last !== undefined && tS - last > 0.5) this.add(last + 0.04, movementMilliG, () => null);
    this.add(tS, movementMilliG, (value) => value);
  }

  get newestS(): number {
    return this.times.at(-1) ?? 0;
  }

  /** Each member's movement in a lane of its own, the first at the top; a lane is 1 high, and fullG fills it. */
  lanes(fullMilliG: number): [number[], ...(number | null)[][]] {
    const half = 2 * fullMilliG;
    const clamp = (value: number): number => Math.max(-0.48, Math.min(0.48, value / half));
    return [this.times, ...this.rows.map((row, member) => row.map((v) => (v === null ? null : clamp(v) - member)))];
  }

  /** The largest movement that is kept, thousandths of a g. */
  peakMilliG(): number {
    let peak = 0;
    for (const row of this.rows) for (const value of row) if (value !== null) peak = Math.max(peak, Math.abs(value));
    return peak;
  }

  private add(tS: number, values: readonly number[], of: (value: number) => number | null): void {
    this.times.push(tS);
    values.forEach((value, member) => {
      // Whoever comes later has had no movement until then.
      const row = (this.rows[member] ??= new Array<number | null>(this.times.length - 1).fill(null));
      row.push(of(value));
    });
    for (const row of this.rows) if (row.length < this.times.length) row.push(null);
    if (this.times.length <= KEPT) return;
    this.times.shift();
    for (const row of this.rows) row.shift();
  }

  private clear(): void {
    this.times = [];
    this.rows = [];
  }
}
