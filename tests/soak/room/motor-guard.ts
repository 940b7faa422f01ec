import { DUTY_WINDOW_MILLIS, MAX_ON_MILLIS_IN_WINDOW, MAX_PULSE_MILLIS } from "@entrain/protocol";
import type { SimulatedBand } from "@entrain/simulator";

/** The timer that ends a pulse may be this late: its oscillator (1.5 %), and the interpreter that armed it. */
const TIMER_SLACK_MICROS = 3_500;
const WINDOW_SLACK_MICROS = 10_000;

interface Span {
  readonly onMicros: number;
  readonly offMicros: number;
}

/** Looks at everything a motor was told to do: how long, how often, and never where it was to be still. */
export class MotorGuard {
  readonly #band: SimulatedBand;
  readonly #say: (fault: string) => void;
  readonly #recent: Span[] = [];
  #looked = 0;
  #stillFrom = Infinity;
  #why = "";
  longestMicros = 0;
  pulses = 0;

  constructor(band: SimulatedBand, say: (fault: string) => void) {
    this.#band = band;
    this.#say = say;
  }

  /** From then on no pulse may be under way, until somebody who may has said `go`. */
  still(why: string, nowMicros: number, withinMicros: number): void {
    if (nowMicros + withinMicros >= this.#stillFrom) return;
    this.#stillFrom = nowMicros + withinMicros;
    this.#why = why;
  }

  go(): void {
    this.#stillFrom = Infinity;
  }

  /** A band that boots has forgotten what it played. */
  rebooted(): void {
    this.#recent.length = 0;
  }

  look(): void {
    const spans = this.#band.drivenSpans;
    for (; this.#looked < spans.length; this.#looked++) {
      const { onMicros, offMicros } = spans[this.#looked] ?? { onMicros: 0, offMicros: undefined };
      if (offMicros === undefined) return;
      this.#judge({ onMicros, offMicros });
    }
  }

  #judge(span: Span): void {
    const { name } = this.#band;
    const length = span.offMicros - span.onMicros;
    this.pulses++;
    this.longestMicros = Math.max(this.longestMicros, length);
    if (length > 1000 * MAX_PULSE_MILLIS + TIMER_SLACK_MICROS)
      this.#say(`${name}: on for ${(length / 1000).toFixed(1)} ms`);
    if (span.offMicros > this.#stillFrom)
      this.#say(`${name}: on ${((span.offMicros - this.#stillFrom) / 1000).toFixed(0)} ms too late after ${this.#why}`);
    this.#recent.push(span);
    const from = span.offMicros - 1000 * DUTY_WINDOW_MILLIS;
    while ((this.#recent[0]?.offMicros ?? Infinity) < from) this.#recent.shift();
    const on = this.#recent.reduce((sum, each) => sum + each.offMicros - Math.max(each.onMicros, from), 0);
    if (on > 1000 * MAX_ON_MILLIS_IN_WINDOW + WINDOW_SLACK_MICROS)
      this.#say(`${name}: on for ${(on / 1000).toFixed(0)} ms of 10 s`);
  }
}
