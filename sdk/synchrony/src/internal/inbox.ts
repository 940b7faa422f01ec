import type { SampleCounts } from "../api.ts";
import { longestIncreasing } from "./monotone.ts";

const MAX_G = 64;
/** A repaired sample must lie between good neighbours no farther apart than this. */
const MAX_BRIDGE_MICROS = 2_000_000;

/**
 * Samples waiting to be consumed. Where their clock jumps (a time not after the one before it), the longest increasing
 * chain of times is believed and the rest are timed by their index between the neighbours on the chain: a robust
 * regression that needs no nominal rate. A clock that jumps ahead stays waiting, so that the jump back can expose it.
 */
export class Inbox {
  tMicros = new Float64Array(256);
  accelG = new Float64Array(256 * 3);
  head = 0;
  tail = 0;
  #ordered = true;
  #lastConsumed = -Infinity;
  #accepted = 0;
  #notFinite = 0;
  #allZero = 0;
  #timeRepaired = 0;
  #late = 0;

  counts(): SampleCounts {
    return {
      accepted: this.#accepted,
      notFinite: this.#notFinite,
      allZero: this.#allZero,
      timeRepaired: this.#timeRepaired,
      late: this.#late,
    };
  }

  push(tMicros: number, x: number, y: number, z: number): void {
    if (x === 0 && y === 0 && z === 0) {
      this.#allZero++;
      // Its time still helps to repair its neighbours, its value is missing.
      x = NaN;
    } else if (!(Math.abs(x) <= MAX_G && Math.abs(y) <= MAX_G && Math.abs(z) <= MAX_G)) {
      this.#notFinite++;
      x = NaN;
    }
    if (this.tail === this.tMicros.length) this.#makeRoom();
    const i = this.tail++;
    const usable = Math.abs(tMicros) < 1e17 ? tMicros : NaN;
    this.tMicros[i] = usable;
    this.accelG[3 * i] = x;
    this.accelG[3 * i + 1] = y;
    this.accelG[3 * i + 2] = z;
    const before = i > this.head ? (this.tMicros[i - 1] ?? NaN) : this.#lastConsumed;
    if (!(usable > before)) this.#ordered = false;
  }

  /** Repairs the clock of what waits. Call before consuming. */
  settle(): void {
    if (this.#ordered) return;
    this.#ordered = true;
    const count = this.tail - this.head;
    const t = this.tMicros.subarray(this.head, this.tail);
    const keep = new Uint8Array(count);
    longestIncreasing(t, count, this.#lastConsumed, keep);
    const repaired = repairedTimes(t, keep);
    let out = this.head;
    let last = this.#lastConsumed;
    for (let i = 0; i < count; i++) {
      const time = repaired[i] ?? NaN;
      if (!(time > last)) {
        this.#late++;
        continue;
      }
      if (keep[i] !== 1) this.#timeRepaired++;
      this.accelG.copyWithin(3 * out, 3 * (this.head + i), 3 * (this.head + i) + 3);
      this.tMicros[out++] = time;
      last = time;
    }
    this.tail = out;
  }

  /** Takes the sample at the head. */
  take(): number {
    const i = this.head++;
    this.#lastConsumed = this.tMicros[i] ?? this.#lastConsumed;
    if (!Number.isNaN(this.accelG[3 * i])) this.#accepted++;
    return i;
  }

  #makeRoom(): void {
    const waiting = this.tail - this.head;
    let { tMicros, accelG } = this;
    if (waiting > tMicros.length / 2) {
      tMicros = new Float64Array(this.tMicros.length * 2);
      accelG = new Float64Array(this.accelG.length * 2);
    }
    tMicros.set(this.tMicros.subarray(this.head, this.tail));
    accelG.set(this.accelG.subarray(3 * this.head, 3 * this.tail));
    this.tMicros = tMicros;
    this.accelG = accelG;
    this.head = 0;
    this.tail = waiting;
  }
}

const medianStep = (t: Float64Array, keep: Uint8Array): number => {
  const steps: number[] = [];
  for (let i = 1; i < t.length; i++) {
    if (keep[i] === 1 && keep[i - 1] === 1) steps.push((t[i] ?? 0) - (t[i - 1] ?? 0));
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
};

/** A copy of the times with those off the chain set by their index, or NaN where their neighbours leave no room. */
const repairedTimes = (t: Float64Array, keep: Uint8Array): Float64Array => {
  const repaired = Float64Array.from(t);
  const stepMicros = medianStep(t, keep);
  let from = -1;
  for (let to = 0; to <= t.length; to++) {
    if (to < t.length && keep[to] !== 1) continue;
    for (let i = from + 1; i < to; i++) {
      if (from < 0) repaired[i] = to < t.length ? (t[to] ?? NaN) - (to - i) * stepMicros : NaN;
      else if (to >= t.length) repaired[i] = (t[from] ?? NaN) + (i - from) * stepMicros;
      else {
        const span = (t[to] ?? NaN) - (t[from] ?? NaN);
        const step = span / (to - from);
        repaired[i] = span > MAX_BRIDGE_MICROS || step < stepMicros / 2 ? NaN : (t[from] ?? NaN) + (i - from) * step;
      }
    }
    from = to;
  }
  return repaired;
};
