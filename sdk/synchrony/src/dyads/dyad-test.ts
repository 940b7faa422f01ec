import { FRAME_HZ } from "../grid.ts";
import { EnvelopeRows, toPoint } from "../internal/envelope-rows.ts";
import type { FrameTrack } from "../internal/growable.ts";
import { MIN_SHARE, shareOf, type Span } from "../internal/span.ts";
import { drawStarts } from "../internal/strangers.ts";
import type { Tracks } from "../internal/window-test.ts";
import { DyadTable, EARLY, SCORED } from "./dyad-table.ts";
import { FALSE_DISCOVERY_RATE } from "./fdr.ts";
import { nmOrder } from "./nm-ratio.ts";
import { PacerShare } from "./pacer-share.ts";
import { PairChance, STATISTIC_COUNT } from "./pair-chance.ts";
import { PairPhase } from "./pair-phase.ts";
import { PhaseRows } from "./phase-rows.ts";
import { ResidualRows } from "./residual-rows.ts";

const MIN_ENVELOPE_S = 20;
const PHASE_BITS = 0b011;
const ENVELOPE_BIT = 0b100;

export interface DyadTestOpts {
  readonly window: Span;
  readonly history: Span;
  readonly surrogates: number;
  /** A pair that no surrogate reached may be given this many more, where the false discovery rate needs them. */
  readonly mostSurrogates: number;
  readonly maxPoints: number;
  readonly random: () => number;
}

/** Sizes that must be alike for one {@link DyadTest} to be used for another window. */
export const sameShape = (a: DyadTestOpts, b: DyadTestOpts): boolean =>
  a.window.to - a.window.from === b.window.to - b.window.from &&
  a.history.to - a.history.from === b.history.to - b.history.from;

/**
 * All dyads over one window, in steps that a live scorer spreads over frames: each member's rows, each pair against
 * strangers, and once more with many more strangers for those pairs that none of the first reached.
 */
export class DyadTest {
  readonly #tracks: readonly Tracks[];
  readonly #pacer: FrameTrack | undefined;
  #opts: DyadTestOpts;
  readonly #step: number;
  readonly #rows: PhaseRows;
  readonly #phase: PairPhase;
  readonly #envelope: EnvelopeRows | undefined;
  readonly #share: PacerShare;
  readonly #residual: ResidualRows;
  readonly #chance: PairChance;
  readonly #moves: Uint8Array;
  readonly #heard: Uint8Array;
  readonly #starts = new Int32Array(2);
  readonly #candidates: Uint32Array;
  readonly #first: Uint32Array;
  #table: DyadTable;
  #prepared = 0;
  #i = 0;
  #j = 1;
  #candidateCount = 0;
  #nextCandidate = 0;
  #again = 0;
  #paced = false;
  done = false;

  constructor(tracks: readonly Tracks[], pacer: FrameTrack | undefined, opts: DyadTestOpts, table: DyadTable) {
    this.#tracks = tracks;
    this.#pacer = pacer;
    this.#opts = opts;
    this.#table = table;
    const frames = opts.window.to - opts.window.from;
    this.#step = Math.max(1, Math.floor(frames / opts.maxPoints));
    this.#rows = new PhaseRows(tracks.length + 1, Math.max(1, Math.floor(frames / this.#step)));
    this.#phase = new PairPhase(this.#rows);
    const long = frames >= MIN_ENVELOPE_S * FRAME_HZ;
    this.#envelope = long ? new EnvelopeRows(tracks.length, opts.window, opts.history) : undefined;
    this.#share = new PacerShare(this.#rows, tracks.length, opts.surrogates);
    this.#residual = new ResidualRows(tracks.length);
    this.#chance = new PairChance(Math.max(opts.surrogates, opts.mostSurrogates));
    this.#moves = new Uint8Array(tracks.length);
    this.#heard = new Uint8Array(tracks.length);
    this.#candidates = new Uint32Array(table.pairs);
    this.#first = new Uint32Array(table.pairs);
    this.#begin();
  }

  /** Another window of the same {@link sameShape}, written to another table. */
  restart(opts: DyadTestOpts, table: DyadTable): void {
    this.#opts = opts;
    this.#table = table;
    this.#begin();
  }

  run(): DyadTable {
    while (!this.done) this.step();
    return this.#table;
  }

  /** The next piece of work: a member, or a pair. */
  step(): void {
    if (this.done) return;
    if (this.#prepared < this.#tracks.length) this.#prepare(this.#prepared++);
    else if (this.#i < this.#tracks.length - 1) this.#next();
    else if (this.#nextCandidate < this.#candidateCount) this.#lookAgain(this.#nextCandidate++);
    else this.#finish();
  }

  #begin(): void {
    const { window } = this.#opts;
    this.#table.from = window.from;
    this.#table.to = window.to;
    this.#prepared = 0;
    this.#i = 0;
    this.#j = 1;
    this.#candidateCount = this.#nextCandidate = 0;
    this.done = false;
    const pacer = this.#tracks.length;
    if (this.#pacer !== undefined) {
      this.#rows.prepare(pacer, this.#pacer, window, this.#step);
      this.#residual.setPacer(this.#pacer, window);
    }
    this.#paced = this.#pacer !== undefined && this.#rows.has(pacer);
  }

  #prepare(k: number): void {
    const tracks = this.#tracks[k];
    if (tracks === undefined) return;
    const { window, history } = this.#opts;
    this.#rows.prepare(k, tracks.settled, window, this.#step);
    this.#moves[k] = Number(shareOf(tracks.moving, window) >= MIN_SHARE);
    const heard = this.#envelope !== undefined && this.#moves[k] === 1 && shareOf(tracks.envelope, window) >= MIN_SHARE;
    this.#heard[k] = Number(heard);
    if (heard) this.#envelope?.add(tracks.envelope, k, history.from);
    if (!this.#paced || this.#pacer === undefined || !this.#rows.has(k)) return;
    this.#share.prepare(k);
    this.#residual.prepare(k, tracks.settled, this.#pacer);
  }

  #next(): void {
    const pair = this.#pairOf(this.#i, this.#j);
    this.#first[pair] = this.#i;
    this.#judge(pair, this.#i, this.#j, this.#opts.surrogates);
    if (this.#table.status[pair] === SCORED) {
      if (this.#chance.jointP <= 1.5 / (this.#opts.surrogates + 1)) this.#candidates[this.#candidateCount++] = pair;
      if (this.#paced && this.#rows.has(this.#i) && this.#rows.has(this.#j)) this.#beyondPacer(pair);
    }
    if (++this.#j < this.#tracks.length) return;
    this.#i++;
    this.#j = this.#i + 1;
    if (this.#i === this.#tracks.length - 1) this.#plan();
  }

  /** To call k of m pairs at rate q their p must come down to q·k/m: that is how many surrogates the k are given. */
  #plan(): void {
    const { surrogates, mostSurrogates } = this.#opts;
    const needed = Math.ceil((2 * this.#table.pairs) / (FALSE_DISCOVERY_RATE * Math.max(1, this.#candidateCount)));
    this.#again = Math.min(mostSurrogates, needed);
    if (this.#again <= surrogates) this.#candidateCount = 0;
  }

  /** Drawn afresh, so that p holds however many were looked at twice. */
  #lookAgain(candidate: number): void {
    const pair = this.#candidates[candidate] ?? 0;
    const i = this.#first[pair] ?? 0;
    this.#judge(pair, i, pair - this.#pairOf(i, i + 1) + i + 1, this.#again);
  }

  #finish(): void {
    this.#table.close();
    this.done = true;
  }

  #pairOf(i: number, j: number): number {
    return i * this.#tracks.length - (i * (i + 1)) / 2 + j - i - 1;
  }

  #judge(pair: number, i: number, j: number, surrogates: number): void {
    const table = this.#table;
    if (surrogates === this.#opts.surrogates) table.clear(pair);
    const phase = this.#rows.has(i) && this.#rows.has(j);
    const envelope = this.#heard[i] === 1 && this.#heard[j] === 1 ? this.#envelope : undefined;
    if (this.#moves[i] !== 1 || this.#moves[j] !== 1) return;
    table.status[pair] = EARLY;
    if (!phase && envelope === undefined) return;
    const { observed, rows } = this.#chance;
    let tested = 0;
    if (phase) tested |= this.#observePhase(pair, i, j);
    if (envelope !== undefined) {
      const at = toPoint(this.#opts.window.from, this.#opts.history);
      observed[2] = envelope.pair(i, j, at, at);
      tested |= ENVELOPE_BIT;
    }
    if (tested === 0) return;
    const { random } = this.#opts;
    const [aligned, lock, strength] = rows;
    for (let s = 0; s < surrogates; s++) {
      if ((tested & PHASE_BITS) !== 0 && aligned !== undefined && lock !== undefined) {
        this.#phase.draw(random);
        aligned[s] = this.#phase.aligned;
        lock[s] = this.#phase.lock;
      }
      if (envelope === undefined || strength === undefined) continue;
      drawStarts(this.#starts, 2, envelope.room, random);
      strength[s] = envelope.pair(i, j, this.#starts[0] ?? 0, this.#starts[1] ?? 0);
    }
    this.#chance.rank(surrogates, tested);
    this.#store(pair, tested);
  }

  #observePhase(pair: number, i: number, j: number): number {
    const { slope, points } = this.#rows;
    const table = this.#table;
    const order = nmOrder(slope[i] ?? 0, slope[j] ?? 0);
    this.#phase.observe(i, j, order);
    if (this.#phase.common < MIN_SHARE || points < 2) return 0;
    this.#chance.observed[0] = this.#phase.aligned;
    this.#chance.observed[1] = this.#phase.lock;
    table.order[pair] = order;
    table.re[pair] = this.#phase.re;
    table.im[pair] = this.#phase.im;
    table.common[pair] = this.#phase.common;
    const radPerPoint = ((slope[i] ?? 0) + (slope[j] ?? 0)) / 2;
    table.tempoHz[pair] = (radPerPoint * FRAME_HZ) / (2 * Math.PI * this.#step);
    return PHASE_BITS;
  }

  #store(pair: number, tested: number): void {
    const table = this.#table;
    const { observed, median, p } = this.#chance;
    table.status[pair] = SCORED;
    table.jointP[pair] = this.#chance.jointP;
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      if ((tested & (1 << q)) === 0) continue;
      table.observed[pair * STATISTIC_COUNT + q] = observed[q] ?? NaN;
      table.chance[pair * STATISTIC_COUNT + q] = median[q] ?? NaN;
      table.p[pair * STATISTIC_COUNT + q] = p[q] ?? NaN;
    }
  }

  #beyondPacer(pair: number): void {
    const table = this.#table;
    this.#share.measure(this.#i, this.#j, this.#opts.random);
    table.partial[pair] = this.#share.partial;
    table.partialChance[pair] = this.#share.chance;
    table.partialP[pair] = this.#share.p;
    this.#residual.measure(this.#i, this.#j);
    table.residualR[pair] = this.#residual.r;
    table.residualLagS[pair] = this.#residual.lagS;
  }
}
