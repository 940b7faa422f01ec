import { FRAME_HZ } from "../grid.ts";
import { EnvelopeStore } from "../internal/envelope-store.ts";
import type { FrameTrack } from "../internal/growable.ts";
import { liveWindow, type LiveMember } from "../internal/live-window.ts";
import { DyadTable } from "./dyad-table.ts";
import { DyadTest, type DyadTracks } from "./dyad-test.ts";
import { pairCount } from "./pair-index.ts";

const SURROGATES = 39;
const MOST_SURROGATES = 399;
const POINTS = 24;
/** Envelopes are shifted within this many windows of the past. */
const ENVELOPE_WINDOWS = 2;
/** A round through all dyads takes a second for each member, but no less than 20 s and no more than a minute. */
const ROUND_S = 20;
const LONGEST_ROUND_S = 60;
const SECONDS_A_MEMBER = 1;
const EVERY_FRAMES = 2 * FRAME_HZ;

const SHORTEST_FRAMES = 8 * FRAME_HZ;

export interface LiveDyadsOpts {
  readonly windowFrames: number;
  readonly strangerSpread: number;
  readonly random: (from: number, to: number) => () => number;
}

/**
 * The dyads of the window that ends now, over and over, the work spread evenly over frames. Two tables: one that is read,
 * one that is written.
 */
export class LiveDyads {
  /** The last window that was finished. */
  table: DyadTable | undefined;
  readonly #tracks: readonly (DyadTracks & LiveMember)[];
  readonly #pacer: FrameTrack;
  readonly #opts: LiveDyadsOpts;
  readonly #stepsPerFrame: number;
  readonly #store = new EnvelopeStore();
  #owed = 0;
  #spare: DyadTable | undefined;
  #test: DyadTest | undefined;
  #begun = 0;

  constructor(tracks: readonly (DyadTracks & LiveMember)[], pacer: FrameTrack, opts: LiveDyadsOpts) {
    this.#tracks = tracks;
    this.#pacer = pacer;
    this.#opts = opts;
    const roundS = Math.min(LONGEST_ROUND_S, Math.max(ROUND_S, SECONDS_A_MEMBER * tracks.length));
    const steps = pairCount(tracks.length) + tracks.length;
    // A small group's round is over sooner, and the next waits.
    this.#stepsPerFrame = Math.max(Math.min(0.5, tracks.length / 12), steps / (roundS * FRAME_HZ));
  }

  step(frame: number, historyFrom: number): void {
    if (this.#tracks.length < 2) return;
    if (this.#test === undefined) {
      if (frame < this.#opts.windowFrames / 2 || frame < this.#begun + EVERY_FRAMES) return;
      this.#begin(frame, historyFrom);
      return;
    }
    for (this.#owed += this.#stepsPerFrame; this.#owed >= 1; this.#owed--) this.#test.step();
    if (!this.#test.done) return;
    this.#spare = this.table;
    this.table = this.#test.table;
    this.#test = undefined;
  }

  #begin(frame: number, historyFrom: number): void {
    this.#begun = frame;
    const { windowFrames, strangerSpread, random } = this.#opts;
    const window = liveWindow(this.#tracks, frame, windowFrames, historyFrom);
    if (window === undefined) return;
    const length = window.to - window.from;
    if (length < SHORTEST_FRAMES) return;
    const history = { from: Math.max(historyFrom, window.to - ENVELOPE_WINDOWS * length), to: window.to };
    this.#test = new DyadTest(
      this.#tracks,
      this.#pacer,
      {
        window,
        history,
        surrogates: SURROGATES,
        mostSurrogates: MOST_SURROGATES,
        residualSurrogates: 0,
        maxPoints: POINTS,
        strangerSpread,
        random: random(window.from, window.to),
        store: this.#store,
      },
      this.#spare ?? new DyadTable(this.#tracks.length),
    );
  }
}
