import { FRAME_HZ } from "../grid.ts";
import { WindowTest, type Evidence, type Tracks } from "./window-test.ts";

/** Where three statistics compete, p can hardly fall below 3/(surrogates + 1): that must stay under the level. */
const SURROGATES = 159;
const POINTS = 32;
/** Envelopes are shifted within this many windows of the past. */
const ENVELOPE_WINDOWS = 2;
/** Steps a frame, times members: bounds the cost of a frame whatever the size of the group. */
const STEPS_SHARED = 18;
/** A fresh test begins no sooner than this after the last. */
const EVERY_FRAMES = FRAME_HZ;

/**
 * The window that ends now, tested over and over. The work is spread: a few members or surrogates a frame, so that no
 * frame pays for a whole test.
 */
export class LiveTest {
  evidence: Evidence | undefined;
  readonly #tracks: readonly Tracks[];
  readonly #windowFrames: number;
  readonly #strangerSpread: number;
  readonly #random: (from: number, to: number) => () => number;
  /** May be below 1: a large group's test is spread over more frames. */
  readonly #stepsPerFrame: number;
  #owed = 0;
  #running: WindowTest | undefined;
  #begun = 0;

  constructor(
    tracks: readonly Tracks[],
    windowFrames: number,
    strangerSpread: number,
    random: (from: number, to: number) => () => number,
  ) {
    this.#strangerSpread = strangerSpread;
    this.#tracks = tracks;
    this.#windowFrames = windowFrames;
    this.#random = random;
    this.#stepsPerFrame = Math.min(6, STEPS_SHARED / Math.max(1, tracks.length));
  }

  step(frame: number, historyFrom: number): void {
    if (this.#running === undefined) {
      if (frame < this.#windowFrames / 2 || frame < this.#begun + EVERY_FRAMES) return;
      this.#begun = frame;
      const to = frame + 1;
      const window = { from: Math.max(historyFrom, to - this.#windowFrames), to };
      const history = {
        from: Math.min(window.from, Math.max(historyFrom, to - ENVELOPE_WINDOWS * this.#windowFrames)),
        to,
      };
      const random = this.#random(window.from, window.to);
      this.#running = new WindowTest(this.#tracks, {
        window,
        history,
        surrogates: SURROGATES,
        maxPoints: POINTS,
        strangerSpread: this.#strangerSpread,
        random,
      });
    }
    this.#owed += this.#stepsPerFrame;
    for (; this.#owed >= 1 && !this.#running.done; this.#owed--) this.#running.step();
    if (!this.#running.done) return;
    this.evidence = this.#running.result();
    this.#running = undefined;
    this.#owed = 0;
  }
}
