import { FRAME_HZ } from "../grid.ts";
import { judge, type Judgement } from "../verdict.ts";
import { EnvelopeStore } from "./envelope-store.ts";
import { liveWindow, type LiveMember } from "./live-window.ts";
import { WindowTest, type Evidence, type Tracks } from "./window-test.ts";

/** Where three statistics share the level, p can hardly fall below 1/(surrogates + 1) ÷ the smallest share. */
const SURROGATES = 159;
const POINTS = 24;
/** Envelopes are shifted within this many windows of the past. */
const ENVELOPE_WINDOWS = 2;
/** A test takes about so long for each member, but no less than 2.5 s and no more than half a minute. */
const SECONDS_A_MEMBER = 0.5;
const SHORTEST_ROUND_S = 2.5;
const LONGEST_ROUND_S = 30;
/** A fresh test begins no sooner than this after the last. */
const EVERY_FRAMES = FRAME_HZ;
const SHORTEST_FRAMES = 8 * FRAME_HZ;

export interface LiveTestOpts {
  readonly windowFrames: number;
  readonly strangerSpread: number;
  readonly random: (from: number, to: number) => () => number;
}

/**
 * The stretch that ends now, tested over and over. The work is spread: a few members or surrogates a frame, so that no
 * frame pays for a whole test.
 */
export class LiveTest {
  evidence: Evidence | undefined;
  judged: Judgement | undefined;
  /** Last frame that the evidence looked at. */
  evidenceTo = 0;
  readonly #tracks: readonly (Tracks & LiveMember)[];
  readonly #opts: LiveTestOpts;
  /** May be below 1: a large group's test is spread over more frames. */
  readonly #stepsPerFrame: number;
  readonly #store = new EnvelopeStore();
  #owed = 0;
  #running: WindowTest | undefined;
  #begun = -EVERY_FRAMES;
  #to = 0;

  constructor(tracks: readonly (Tracks & LiveMember)[], opts: LiveTestOpts) {
    this.#tracks = tracks;
    this.#opts = opts;
    const roundS = Math.min(LONGEST_ROUND_S, Math.max(SHORTEST_ROUND_S, SECONDS_A_MEMBER * tracks.length));
    this.#stepsPerFrame = (tracks.length + SURROGATES + 1) / (roundS * FRAME_HZ);
  }

  step(frame: number, historyFrom: number): void {
    if (this.#running === undefined) {
      if (frame < this.#begun + EVERY_FRAMES) return;
      this.#begun = frame;
      this.#begin(frame, historyFrom);
    }
    if (this.#running === undefined) return;
    this.#owed += this.#stepsPerFrame;
    for (; this.#owed >= 1 && !this.#running.done; this.#owed--) this.#running.step();
    if (!this.#running.done) return;
    this.evidence = this.#running.result();
    this.judged = judge(this.evidence, this.judged?.verdict);
    this.evidenceTo = this.#to;
    this.#running = undefined;
    this.#owed = 0;
  }

  #begin(frame: number, historyFrom: number): void {
    const { windowFrames, strangerSpread, random } = this.#opts;
    const window = liveWindow(this.#tracks, frame, windowFrames, historyFrom);
    if (window === undefined || window.to - window.from < SHORTEST_FRAMES) {
      this.evidence = this.judged = undefined;
      return;
    }
    const length = window.to - window.from;
    const history = { from: Math.max(historyFrom, window.to - ENVELOPE_WINDOWS * length), to: window.to };
    this.#to = window.to;
    this.#running = new WindowTest(this.#tracks, {
      window,
      history,
      surrogates: SURROGATES,
      maxPoints: POINTS,
      strangerSpread,
      random: random(window.from, window.to),
      store: this.#store,
    });
  }
}
