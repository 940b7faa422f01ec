import { OnsetDetector } from "./onset-detector.ts";

/** At seven a second this holds ten minutes. */
const KEPT = 4096;

/** A member's onsets, the latest {@link KEPT}, and for each where it fell against the pacer. Nothing is allocated. */
export class OnsetLog {
  /** Onsets so far; number k stands in slot k mod KEPT. */
  count = 0;
  /** Beat position of the pacer at a time, as set for the scorer. */
  beatAt: ((tMicros: number) => number | undefined) | undefined;
  readonly #detector = new OnsetDetector();
  readonly #tMicros = new Float64Array(KEPT);
  readonly #beat = new Float64Array(KEPT);
  readonly #periodMicros = new Float64Array(KEPT);

  /** Sample `i` of those that stand there: times in micros, and x, y, z of each in turn. */
  push(times: Float64Array, accelG: Float64Array, i: number): void {
    if (!this.#detector.pushFrom(times, accelG, i)) return;
    const slot = this.count++ % KEPT;
    const onset = this.#detector.tMicros;
    const beat = this.beatAt?.(onset) ?? NaN;
    const before = this.beatAt?.(onset - 10_000) ?? NaN;
    this.#tMicros[slot] = onset;
    this.#beat[slot] = beat;
    this.#periodMicros[slot] = 10_000 / (beat - before);
  }

  blank(): void {
    this.#detector.blank();
  }

  /** Number of the first onset that is kept. */
  get first(): number {
    return Math.max(0, this.count - KEPT);
  }

  /** Onsets kept in [startMicros, endMicros). */
  within(startMicros: number, endMicros: number): number {
    let count = 0;
    for (let k = this.first; k < this.count; k++)
      if (this.tMicros(k) >= startMicros && this.tMicros(k) < endMicros) count++;
    return count;
  }

  tMicros(onset: number): number {
    return this.#tMicros[onset % KEPT] ?? NaN;
  }

  /** Beat position at the onset; NaN without a pacer. */
  beat(onset: number): number {
    return this.#beat[onset % KEPT] ?? NaN;
  }

  /** Time from beat to beat at the onset, micros. */
  periodMicros(onset: number): number {
    return this.#periodMicros[onset % KEPT] ?? NaN;
  }
}
