import { CELL_MICROS, FRAME_MICROS } from "../grid.ts";
import type { Inbox } from "./inbox.ts";

/** Two good samples farther apart than this have a gap between them; nearer ones are joined by a straight line. */
const MAX_JOIN_MICROS = 120_000;
/** Cells kept: a joined pair reaches at most 6 cells past the newest cell asked for. */
const RING = 32;
const CELLS_PER_MICRO = 1 / CELL_MICROS;
/** Binomial weights: linear phase, −2 dB at 4 Hz, a seventh-order zero at 25 Hz, and a delay of 80 ms exactly. */
const WEIGHTS = Float64Array.of(1, 7, 21, 35, 35, 21, 7, 1).map((w) => w / 128);
export const FRAME_LOOKAHEAD_MICROS = (WEIGHTS.length / 2) * CELL_MICROS;

/** Intervals [on, off) to ignore, ordered by arrival; small, so searched linearly. */
export interface Blanks {
  covers(tMicros: number): boolean;
}

/** Who else listens to a member's samples, in order, at their own rate. */
export interface SampleListener {
  push(times: Float64Array, accelG: Float64Array, i: number): void;
  /** A sample was there, but is not believed. */
  blank(): void;
}

/**
 * Resamples an irregular stream onto frames: the exact mean of its piecewise-linear path over each 20 ms cell, then a
 * binomial kernel over eight cells centred on the frame.
 */
export class CellResampler {
  /** The last frame asked for. */
  readonly accelG = new Float64Array(3);
  /** Share of the kernel that had data, [0, 1]. */
  covered = 0;
  /** Whether samples were there since the last frame but not believed: the own motor was on. */
  blanked = false;
  /** Mean over the kernel of |cell − restG|, g: the energy envelope, which keeps impacts up to 20 Hz and smooths to 4 Hz. */
  envelopeG = 0;
  readonly #sums = new Float64Array(3 * RING);
  readonly #cover = new Float64Array(RING);
  readonly #originMicros: number;
  #newestCell = -1;
  /** The last good sample: x, y, z in g, and its time. In an array, as a number of its own would be allocated anew each time. */
  readonly #previous = Float64Array.of(0, 0, 0, NaN);

  readonly #listener: SampleListener | undefined;

  constructor(originMicros: number, listener?: SampleListener) {
    this.#listener = listener;
    // Cell −4 is the first that frame 0 needs; numbering is shifted by 4 so that it is cell 0.
    this.#originMicros = originMicros - 4 * CELL_MICROS;
  }

  /** Consumes the inbox as far as this frame needs and forms it. Frames must be asked for in order. */
  frame(frame: number, inbox: Inbox, blanks: Blanks, restG: Float64Array): void {
    const centreMicros = this.#originMicros + 4 * CELL_MICROS + frame * FRAME_MICROS;
    const endMicros = centreMicros + FRAME_LOOKAHEAD_MICROS;
    while (this.#newestCell < frame * 2 + 7 + 8) this.#clear(++this.#newestCell);
    inbox.settle();
    this.blanked = false;
    while (inbox.head < inbox.tail) {
      const t = inbox.tMicros[inbox.head] ?? NaN;
      // One sample beyond the end, if near, closes the last cell.
      if (t > endMicros && !((this.#previous[3] as number) < endMicros && t - endMicros < MAX_JOIN_MICROS)) break;
      this.#take(inbox, inbox.take(), blanks);
    }
    this.#form(frame, restG);
  }

  #take(inbox: Inbox, i: number, blanks: Blanks): void {
    const t = inbox.tMicros[i] ?? NaN;
    const x = inbox.accelG[3 * i] ?? NaN;
    if (Number.isNaN(x)) return;
    if (blanks.covers(t)) {
      this.blanked = true;
      this.#listener?.blank();
      return;
    }
    this.#listener?.push(inbox.tMicros, inbox.accelG, i);
    if (t - (this.#previous[3] as number) <= MAX_JOIN_MICROS) this.#addSegment(inbox, i);
    this.#previous[3] = t;
    this.#previous[0] = x;
    this.#previous[1] = inbox.accelG[3 * i + 1] as number;
    this.#previous[2] = inbox.accelG[3 * i + 2] as number;
  }

  /** From the last good sample to sample `i`; its numbers are read here, as handed over each would be allocated. */
  #addSegment({ tMicros, accelG }: Inbox, i: number): void {
    const from = this.#previous[3] as number;
    const to = tMicros[i] as number;
    const x = accelG[3 * i] as number;
    const y = accelG[3 * i + 1] as number;
    const z = accelG[3 * i + 2] as number;
    const px = this.#previous[0] as number;
    const py = this.#previous[1] as number;
    const pz = this.#previous[2] as number;
    const first = Math.max(this.#newestCell - RING + 1, Math.floor((from - this.#originMicros) * CELLS_PER_MICRO), 0);
    if (first > this.#newestCell) return;
    const firstStart = this.#originMicros + first * CELL_MICROS;
    if (from >= firstStart && to <= firstStart + CELL_MICROS) {
      this.#addTo(first % RING, (px + x) / 2, (py + y) / 2, (pz + z) / 2, to - from);
      return;
    }
    const last = Math.min(this.#newestCell, Math.floor((to - this.#originMicros) * CELLS_PER_MICRO));
    const perMicro = 1 / (to - from);
    for (let cell = first, cellStart = firstStart; cell <= last; cell++, cellStart += CELL_MICROS) {
      const a = Math.max(from, cellStart);
      const b = Math.min(to, cellStart + CELL_MICROS);
      if (b <= a) continue;
      const middle = ((a + b) / 2 - from) * perMicro;
      this.#addTo(cell % RING, px + (x - px) * middle, py + (y - py) * middle, pz + (z - pz) * middle, b - a);
    }
  }

  /** Adds a stretch of the path to a cell: its mean, and how long it is. */
  #addTo(slot: number, x: number, y: number, z: number, micros: number): void {
    const sums = this.#sums;
    const at = 3 * slot;
    sums[at] = (sums[at] as number) + x * micros;
    sums[at + 1] = (sums[at + 1] as number) + y * micros;
    sums[at + 2] = (sums[at + 2] as number) + z * micros;
    this.#cover[slot] = (this.#cover[slot] as number) + micros;
  }

  #form(frame: number, restG: Float64Array): void {
    const rx = restG[0] as number;
    const ry = restG[1] as number;
    const rz = restG[2] as number;
    const sums = this.#sums;
    let envelope = 0;
    let x = 0;
    let y = 0;
    let z = 0;
    let covered = 0;
    for (let k = 0; k < WEIGHTS.length; k++) {
      const slot = (frame * 2 + k) % RING;
      const cover = this.#cover[slot] as number;
      if (cover < CELL_MICROS / 4) continue;
      const weight = WEIGHTS[k] as number;
      const scale = 1 / cover;
      const cx = (sums[3 * slot] as number) * scale;
      const cy = (sums[3 * slot + 1] as number) * scale;
      const cz = (sums[3 * slot + 2] as number) * scale;
      x += cx * weight;
      y += cy * weight;
      z += cz * weight;
      const dx = cx - rx;
      const dy = cy - ry;
      const dz = cz - rz;
      envelope += weight * Math.sqrt(dx * dx + dy * dy + dz * dz);
      covered += weight;
    }
    this.covered = covered;
    const scale = covered > 0 ? 1 / covered : 0;
    this.envelopeG = envelope * scale;
    this.accelG[0] = x * scale;
    this.accelG[1] = y * scale;
    this.accelG[2] = z * scale;
  }

  #clear(cell: number): void {
    const slot = cell % RING;
    this.#cover[slot] = 0;
    this.#sums[3 * slot] = this.#sums[3 * slot + 1] = this.#sums[3 * slot + 2] = 0;
  }
}
