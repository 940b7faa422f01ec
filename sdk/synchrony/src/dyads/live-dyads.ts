import { FRAME_HZ } from "../grid.ts";
import type { FrameTrack } from "../internal/growable.ts";
import type { Tracks } from "../internal/window-test.ts";
import { DyadTable } from "./dyad-table.ts";
import { DyadTest, sameShape, type DyadTestOpts } from "./dyad-test.ts";
import { pairCount } from "./pair-index.ts";

const SURROGATES = 39;
const MOST_SURROGATES = 399;
const POINTS = 40;
/** Envelopes are shifted within this many windows of the past. */
const ENVELOPE_WINDOWS = 2;
/** All of a large group is gone through in about so many frames, 12 s: a third of what the window of 30 s forgets. */
const ROUND_FRAMES = 12 * FRAME_HZ;
const EVERY_FRAMES = 2 * FRAME_HZ;

/**
 * The dyads of the window that ends now, over and over, the work spread evenly over frames. Two tables: one that is read,
 * one that is written.
 */
export class LiveDyads {
  /** The last window that was finished. */
  table: DyadTable | undefined;
  readonly #tracks: readonly Tracks[];
  readonly #pacer: FrameTrack;
  readonly #windowFrames: number;
  readonly #random: (from: number, to: number) => () => number;
  readonly #stepsPerFrame: number;
  #spare: DyadTable | undefined;
  #test: DyadTest | undefined;
  #opts: DyadTestOpts | undefined;
  #running = false;
  #begun = 0;

  constructor(
    tracks: readonly Tracks[],
    pacer: FrameTrack,
    windowFrames: number,
    random: (from: number, to: number) => () => number,
  ) {
    this.#tracks = tracks;
    this.#pacer = pacer;
    this.#windowFrames = windowFrames;
    this.#random = random;
    this.#stepsPerFrame = Math.max(2, Math.ceil((pairCount(tracks.length) + tracks.length) / ROUND_FRAMES));
  }

  step(frame: number, historyFrom: number): void {
    if (this.#tracks.length < 2) return;
    if (!this.#running) {
      if (frame < this.#windowFrames / 2 || frame < this.#begun + EVERY_FRAMES) return;
      this.#begin(frame, historyFrom);
    }
    for (let k = 0; k < this.#stepsPerFrame; k++) this.#test?.step();
    if (this.#test?.done !== true) return;
    const written = this.#spare;
    this.#spare = this.table;
    this.table = written;
    this.#running = false;
  }

  #begin(frame: number, historyFrom: number): void {
    this.#begun = frame;
    this.#running = true;
    const to = frame + 1;
    const window = { from: Math.max(historyFrom, to - this.#windowFrames), to };
    const history = { from: Math.max(historyFrom, to - ENVELOPE_WINDOWS * this.#windowFrames), to };
    const opts: DyadTestOpts = {
      window,
      history,
      surrogates: SURROGATES,
      mostSurrogates: MOST_SURROGATES,
      maxPoints: POINTS,
      random: this.#random(window.from, window.to),
    };
    this.#spare ??= new DyadTable(this.#tracks.length);
    if (this.#test !== undefined && this.#opts !== undefined && sameShape(this.#opts, opts)) {
      this.#test.restart(opts, this.#spare);
    } else this.#test = new DyadTest(this.#tracks, this.#pacer, opts, this.#spare);
    this.#opts = opts;
  }
}
