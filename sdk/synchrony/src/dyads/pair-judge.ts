import { FRAME_HZ } from "../grid.ts";
import { EnvelopeRows, toPoint } from "../internal/envelope-rows.ts";
import type { FrameTrack } from "../internal/growable.ts";
import { MIN_SHARE, shareOf } from "../internal/span.ts";
import { drawStarts } from "../internal/strangers.ts";
import { Reseedable } from "../random.ts";
import { MIN_ENVELOPE_S, MIN_STRETCHES } from "../internal/window-test.ts";
import type { DyadTestOpts, DyadTracks } from "./dyad-test.ts";
import { EARLY, SCORED, type DyadTable } from "./dyad-table.ts";
import { nmOrder } from "./nm-ratio.ts";
import { BeyondShape } from "./beyond-shape.ts";
import { type BeyondPacerTest, PacerShare } from "./pacer-share.ts";
import { PairChance, STATISTIC_COUNT, type Tested } from "./pair-chance.ts";
import { PairPhase } from "./pair-phase.ts";
import { PhaseRows } from "./phase-rows.ts";
import { ResidualRows } from "./residual-rows.ts";

const ENVELOPE = 2;
const STEADY = 3;

/** One window's members, and any pair of them against chance. */
export class PairJudge {
  readonly #tracks: readonly DyadTracks[];
  readonly #pacer: FrameTrack;
  readonly #opts: DyadTestOpts;
  readonly #table: DyadTable;
  readonly #step: number;
  readonly #rows: PhaseRows;
  readonly #phase: PairPhase;
  readonly #envelope: EnvelopeRows | undefined;
  readonly #share: PacerShare | undefined;
  /** The same in recordings, from the whole movement. */
  readonly #shape: BeyondShape | undefined;
  readonly #residual: ResidualRows;
  readonly #chance: PairChance;
  readonly #moves: Uint8Array;
  readonly #heard: Uint8Array;
  readonly #starts = new Int32Array(2);
  /** Begun anew for each pair, so that who else is there changes nothing between two. */
  readonly #random = new Reseedable(0);
  readonly #seed: number;
  #stretches: number | undefined;

  constructor(tracks: readonly DyadTracks[], pacer: FrameTrack, opts: DyadTestOpts, table: DyadTable) {
    this.#tracks = tracks;
    this.#pacer = pacer;
    this.#opts = opts;
    this.#table = table;
    this.#seed = Math.floor(opts.random() * 4294967296);
    const frames = opts.window.to - opts.window.from;
    this.#step = Math.max(1, Math.floor(frames / opts.maxPoints));
    this.#rows = new PhaseRows(tracks.length + 1, Math.max(1, Math.floor(frames / this.#step)));
    this.#phase = new PairPhase(this.#rows, opts.strangerSpread);
    this.#chance = new PairChance(Math.max(opts.surrogates, opts.mostSurrogates));
    const isLong = frames >= MIN_ENVELOPE_S * FRAME_HZ;
    this.#envelope = isLong ? new EnvelopeRows(tracks.length, opts.window, opts.history, opts.store) : undefined;
    this.#moves = new Uint8Array(tracks.length);
    this.#heard = new Uint8Array(tracks.length);
    this.#residual = new ResidualRows(tracks.length);
    this.#rows.prepare(tracks.length, pacer, opts.window, this.#step);
    if (!this.#rows.has(tracks.length)) return;
    if (opts.wholeMovement === true) this.#shape = new BeyondShape(tracks.length, pacer, opts.window);
    else this.#share = new PacerShare(this.#rows, tracks.length);
    this.#residual.setPacer(pacer, opts.window);
  }

  /** Reads a member's window. */
  prepare(k: number): void {
    const tracks = this.#tracks[k];
    if (tracks === undefined) return;
    const { window, history } = this.#opts;
    this.#rows.prepare(k, tracks.settled, window, this.#step);
    this.#moves[k] = Number(shareOf(tracks.moving, window) >= MIN_SHARE);
    if (this.#envelope !== undefined && this.#moves[k] === 1 && shareOf(tracks.envelope, window) >= MIN_SHARE) {
      this.#heard[k] = 1;
      this.#envelope.add(tracks.envelope, k, history.from);
    }
    if (this.#test === undefined || !this.#rows.has(k)) return;
    this.#share?.prepare(k);
    this.#shape?.prepare(k, tracks.signal, tracks.settled);
    this.#residual.prepare(k, tracks.settled, this.#pacer);
  }

  /**
   * Writes what the two share, and what chance gives.
   *
   * @param isAgain a second look is for p alone: the floor stays, so that it does not depend on who else is there
   */
  judge(pair: number, i: number, j: number, surrogates: number, isAgain = false): void {
    if (this.#moves[i] !== 1 || this.#moves[j] !== 1) return;
    this.#table.status[pair] = EARLY;
    this.#random.reseed(this.#seed ^ Math.imul(pair + 1, 0x9e3779b1) ^ surrogates);
    const tested: Tested = {
      phase: this.#rows.has(i) && this.#rows.has(j) && this.#observePhase(pair, i, j),
      envelope: this.#heard[i] === 1 && this.#heard[j] === 1 && this.#hasStretches(),
    };
    if (!tested.phase && !tested.envelope) return;
    if (tested.envelope) this.#observeEnvelope(i, j);
    if (tested.phase) this.#drawPhases(surrogates);
    if (tested.phase) this.#chance.rank(surrogates, { phase: true, envelope: false });
    const isSettled = tested.phase && (!tested.envelope || this.#chance.settledByPhase);
    if (!isSettled) {
      this.#drawEnvelopes(i, j, surrogates);
      this.#chance.rank(surrogates, tested);
    }
    this.#store(pair, tested, isAgain);
  }

  beyondPacer(pair: number, i: number, j: number): void {
    const test = this.#test;
    if (test === undefined || !this.#rows.has(i) || !this.#rows.has(j)) return;
    const table = this.#table;
    test.measure(i, j);
    table.partial[pair] = test.partial;
    table.partialChance[pair] = test.chance;
    table.partialP[pair] = test.p;
    // Residuals of one who goes their own way are no answer to anybody.
    if (Number.isNaN(test.p)) return;
    this.#residual.measure(i, j, this.#opts.residualSurrogates, this.#random.next);
    table.residualR[pair] = this.#residual.r;
    table.residualP[pair] = this.#residual.p;
    table.residualLagS[pair] = this.#residual.lagS;
  }

  get #test(): BeyondPacerTest | undefined {
    return this.#shape ?? this.#share;
  }

  /** Whether envelopes change often enough for their shifts to be chance. */
  #hasStretches(): boolean {
    const at = toPoint(this.#opts.window.from, this.#opts.history);
    this.#stretches ??= this.#envelope?.stretches(at) ?? 0;
    return this.#stretches >= MIN_STRETCHES;
  }

  #observePhase(pair: number, i: number, j: number): boolean {
    const { slope } = this.#rows;
    const table = this.#table;
    const order = nmOrder(slope[i] ?? 0, slope[j] ?? 0);
    this.#phase.observe(i, j, order);
    if (this.#phase.common < MIN_SHARE) return false;
    this.#chance.observed[0] = this.#phase.re;
    this.#chance.observed[1] = this.#phase.lock;
    this.#chance.observed[STEADY] = this.#phase.steady;
    table.order[pair] = order;
    table.re[pair] = this.#phase.re;
    table.im[pair] = this.#phase.im;
    table.steady[pair] = this.#phase.steady;
    table.common[pair] = this.#phase.common;
    const slopeI = slope[i] ?? 0;
    const slopeJ = slope[j] ?? 0;
    table.tempoHz[pair] = ((slopeI + slopeJ) / 2) * (FRAME_HZ / (2 * Math.PI * this.#step));
    table.tempoGap[pair] = Math.abs((2 * (slopeI - slopeJ)) / (slopeI + slopeJ));
    return true;
  }

  #observeEnvelope(i: number, j: number): void {
    const at = toPoint(this.#opts.window.from, this.#opts.history);
    this.#chance.observed[ENVELOPE] = this.#envelope?.pair(i, j, at, at) ?? 0;
  }

  #drawPhases(surrogates: number): void {
    const { aligned, lock, steady } = this.#chance;
    for (let s = 0; s < surrogates; s++) {
      this.#phase.draw(this.#random.next);
      aligned[s] = this.#phase.re;
      lock[s] = this.#phase.lock;
      steady[s] = this.#phase.steady;
    }
  }

  #drawEnvelopes(i: number, j: number, surrogates: number): void {
    if (this.#envelope === undefined) return;
    for (let s = 0; s < surrogates; s++) {
      drawStarts(this.#starts, 2, this.#envelope.room, this.#random.next);
      this.#chance.envelope[s] = this.#envelope.pair(i, j, this.#starts[0] ?? 0, this.#starts[1] ?? 0);
    }
  }

  #store(pair: number, tested: Tested, isAgain: boolean): void {
    const table = this.#table;
    const { observed, median, p, jointP } = this.#chance;
    table.status[pair] = SCORED;
    table.jointP[pair] = jointP;
    const at = pair * STATISTIC_COUNT;
    for (let q = 0; q < STATISTIC_COUNT; q++) {
      if (!(q === ENVELOPE ? tested.envelope : tested.phase)) continue;
      if (!isAgain || !Number.isNaN(p[q])) table.p[at + q] = p[q] ?? NaN;
      if (isAgain) continue;
      table.observed[at + q] = observed[q] ?? NaN;
      table.chance[at + q] = median[q] ?? NaN;
    }
  }
}
