import { FRAME_HZ } from "../grid.ts";
import type { FrameTrack } from "../internal/growable.ts";
import type { Span } from "../internal/span.ts";
import { PairChance } from "./pair-chance.ts";
import { PairPhase } from "./pair-phase.ts";
import { PhaseRows } from "./phase-rows.ts";

export interface TwoTracksOpts {
  readonly surrogates: number;
  readonly maxPoints: number;
  /** Strangers' tempi lie within this share of the two's. */
  readonly strangerSpread: number;
}

/**
 * Any two phase tracks over one window against strangers made of the two, one pair after another: a member and all the
 * others, a member and the pacer. In steps, so that a live test can be spread over frames.
 */
export class TwoTracks {
  /** What was observed, and the surrogates drawn so far. */
  readonly chance: PairChance;
  lock = 0;
  /** How far the first is ahead, radians and seconds. */
  offsetRad = 0;
  offsetS = 0;
  /** Share of the window that both have. */
  common = 0;
  drawn = 0;
  readonly #opts: TwoTracksOpts;
  #rows: PhaseRows;
  #phase: PairPhase;

  constructor(opts: TwoTracksOpts) {
    this.#opts = opts;
    this.chance = new PairChance(opts.surrogates);
    this.#rows = new PhaseRows(2, opts.maxPoints);
    this.#phase = new PairPhase(this.#rows, opts.strangerSpread);
  }

  get done(): boolean {
    return this.drawn >= this.#opts.surrogates;
  }

  /** @returns whether both have a phase in enough of the window */
  observe(a: FrameTrack, b: FrameTrack, window: Span): boolean {
    const frames = window.to - window.from;
    const step = Math.max(1, Math.floor(frames / this.#opts.maxPoints));
    const points = Math.max(1, Math.floor(frames / step));
    if (points !== this.#rows.points) {
      this.#rows = new PhaseRows(2, points);
      this.#phase = new PairPhase(this.#rows, this.#opts.strangerSpread);
    }
    this.drawn = 0;
    this.#rows.prepare(0, a, window, step);
    this.#rows.prepare(1, b, window, step);
    if (!this.#rows.has(0) || !this.#rows.has(1)) return false;
    this.#phase.observe(0, 1, 0);
    const { observed } = this.chance;
    this.lock = observed[1] = this.#phase.lock;
    observed[0] = this.#phase.re;
    observed[3] = this.#phase.steady;
    this.common = this.#phase.common;
    this.offsetRad = Math.atan2(this.#phase.im, this.#phase.re);
    const tempoHz = ((this.#rows.slope[0] ?? 0) * FRAME_HZ) / (2 * Math.PI * step);
    this.offsetS = this.offsetRad / (2 * Math.PI * tempoHz);
    return true;
  }

  /** Draws up to so many more surrogates. */
  draw(most: number, random: () => number): void {
    const { aligned, lock, steady } = this.chance;
    const to = Math.min(this.#opts.surrogates, this.drawn + most);
    for (; this.drawn < to; this.drawn++) {
      this.#phase.draw(random);
      aligned[this.drawn] = this.#phase.re;
      lock[this.drawn] = this.#phase.lock;
      steady[this.drawn] = this.#phase.steady;
    }
  }

  /** Once all are drawn. */
  rank(): void {
    this.chance.rank(this.#opts.surrogates, { phase: true, envelope: false });
  }
}
