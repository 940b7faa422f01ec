import type { Blanks } from "./internal/cells.ts";

/** Reports and samples come from one clock, but by different ways. */
const LEAD_MICROS = 10_000;
/** An eccentric-mass motor is still turning this long after its current is off. */
const RING_DOWN_MICROS = 120_000;
/** Frames ask a little behind the samples; nothing asks farther back than this. */
const BEHIND_MICROS = 1_000_000;

/** The pulses that a member's own motor played, as intervals in which its accelerometer is not believed. */
export class OwnPulses implements Blanks {
  readonly #onMicros: number[] = [];
  readonly #offMicros: number[] = [];
  #head = 0;

  /** Pulses with a time that is no number, or longer than a second, are ignored. Any order, but before they are passed. */
  add(tOnMicros: number, durationMicros: number): void {
    if (!Number.isFinite(tOnMicros) || !(durationMicros >= 0 && durationMicros <= 1e6)) return;
    const on = tOnMicros - LEAD_MICROS;
    let at = this.#onMicros.length;
    while (at > this.#head && (this.#onMicros[at - 1] ?? 0) > on) at--;
    this.#onMicros.splice(at, 0, on);
    this.#offMicros.splice(at, 0, tOnMicros + durationMicros + RING_DOWN_MICROS);
  }

  /** Times asked for must not go back by more than a second. */
  covers(tMicros: number): boolean {
    while (this.#head < this.#onMicros.length && (this.#offMicros[this.#head] ?? 0) < tMicros - BEHIND_MICROS)
      this.#head++;
    if (this.#head > 256) {
      this.#onMicros.splice(0, this.#head);
      this.#offMicros.splice(0, this.#head);
      this.#head = 0;
    }
    for (let i = this.#head; i < this.#onMicros.length && (this.#onMicros[i] ?? 0) <= tMicros; i++) {
      if (tMicros < (this.#offMicros[i] ?? 0)) return true;
    }
    return false;
  }
}
