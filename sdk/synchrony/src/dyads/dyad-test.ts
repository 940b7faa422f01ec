import type { EnvelopeStore } from "../internal/envelope-store.ts";
import type { FrameTrack } from "../internal/growable.ts";
import type { Span } from "../internal/span.ts";
import type { Tracks } from "../internal/window-test.ts";
import type { DyadTable } from "./dyad-table.ts";
import { SCORED } from "./dyad-table.ts";
import { FALSE_DISCOVERY_RATE } from "./fdr.ts";
import { pairIndex } from "./pair-index.ts";
import { PairJudge } from "./pair-judge.ts";

/** A pair at the very floor must be called with some room to spare. */
const MARGIN = 2;

export interface DyadTracks extends Tracks {
  /** The movement itself, g. */
  readonly signal: FrameTrack;
}

export interface DyadTestOpts {
  readonly window: Span;
  readonly history: Span;
  readonly surrogates: number;
  /** A pair that no surrogate reached is given up to so many, where the false discovery rate needs them. */
  readonly mostSurrogates: number;
  /** Of residual asynchronies; 0 leaves out their p. */
  readonly residualSurrogates: number;
  readonly maxPoints: number;
  /** Strangers' tempi lie within this share of the pair's. */
  readonly strangerSpread: number;
  /** Recordings: what two share beyond the pacer is taken from their whole movement, not from its settled phase alone. */
  readonly wholeMovement?: boolean;
  readonly random: () => number;
  /** Work space to be used again by a test that follows; none other may be in progress. */
  readonly store?: EnvelopeStore;
}

/**
 * All dyads over one window, in steps that a live scorer spreads over frames: each member's rows, each pair against
 * strangers, and once more with many more strangers for those pairs that none of the first reached.
 */
export class DyadTest {
  done = false;
  readonly table: DyadTable;
  readonly #members: number;
  readonly #opts: DyadTestOpts;
  readonly #judge: PairJudge;
  /** Pairs to look at again, as i and j. */
  readonly #candidates: number[] = [];
  #prepared = 0;
  #i = 0;
  #j = 1;
  #looked = 0;
  #again = 0;

  constructor(tracks: readonly DyadTracks[], pacer: FrameTrack, opts: DyadTestOpts, table: DyadTable) {
    this.#members = tracks.length;
    this.#opts = opts;
    this.table = table;
    table.from = opts.window.from;
    table.to = opts.window.to;
    this.#judge = new PairJudge(tracks, pacer, opts, table);
  }

  run(): DyadTable {
    while (!this.done) this.step();
    return this.table;
  }

  /** The next piece of work: a member, or a pair. */
  step(): void {
    if (this.done) return;
    if (this.#prepared < this.#members) this.#judge.prepare(this.#prepared++);
    else if (this.#i < this.#members - 1) this.#next();
    else if (2 * this.#looked < this.#candidates.length) this.#lookAgain();
    else {
      this.table.close();
      this.done = true;
    }
  }

  #next(): void {
    const { surrogates } = this.#opts;
    const pair = pairIndex(this.#i, this.#j, this.#members);
    this.table.clear(pair);
    this.#judge.judge(pair, this.#i, this.#j, surrogates);
    const isScored = this.table.status[pair] === SCORED;
    if (isScored && (this.table.jointP[pair] ?? 1) <= 1.5 / (surrogates + 1)) this.#candidates.push(this.#i, this.#j);
    if (isScored) this.#judge.beyondPacer(pair, this.#i, this.#j);
    if (++this.#j < this.#members) return;
    this.#j = ++this.#i + 1;
    if (this.#i === this.#members - 1) this.#plan();
  }

  /** To call k of m pairs at rate q their p must come down to q·k/m: that is how many surrogates the k are given. */
  #plan(): void {
    const { surrogates, mostSurrogates } = this.#opts;
    const candidates = this.#candidates.length / 2;
    const needed = this.table.pairs / (FALSE_DISCOVERY_RATE * Math.max(1, candidates));
    if (needed <= surrogates + 1) this.#candidates.length = 0;
    this.#again = Math.min(mostSurrogates, Math.ceil(MARGIN * needed));
  }

  /** Drawn afresh, so that p holds however many were looked at twice. */
  #lookAgain(): void {
    const i = this.#candidates[2 * this.#looked] ?? 0;
    const j = this.#candidates[2 * this.#looked + 1] ?? 0;
    this.#looked++;
    this.#judge.judge(pairIndex(i, j, this.#members), i, j, this.#again, true);
  }
}
