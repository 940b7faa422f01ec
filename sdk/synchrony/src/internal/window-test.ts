import type { Statistic } from "../api.ts";
import { chanceCorrected, medianOf, minP, rankP, type Weighed } from "../chance.ts";
import { FRAME_HZ } from "../grid.ts";
import type { GroupPhase } from "../group-phase.ts";
import { EnvelopeRows, toPoint } from "./envelope-rows.ts";
import type { EnvelopeStore } from "./envelope-store.ts";
import type { FrameTrack } from "./growable.ts";
import { PhaseTest } from "./phase-test.ts";
import { MIN_SHARE, shareOf, type Span } from "./span.ts";
import { drawStarts } from "./strangers.ts";

/** Envelopes have too few independent stretches in less than this for shifts to mean anything. */
export const MIN_ENVELOPE_S = 20;
/** A slow breath swells and ebbs too seldom for its shifts to be chance: a breath of .1 Hz changes about twice a second. */
export const MIN_STRETCHES = 30;

/** How the level is shared out. People together are mostly together in phase; that is also what chance does least. */
export const WEIGHTS: Readonly<Record<Statistic, number>> = { aligned: 0.65, lock: 0.2, envelope: 0.15 };

export interface Tracks {
  readonly settled: FrameTrack;
  readonly envelope: FrameTrack;
  readonly moving: FrameTrack;
}

/** One statistic against what chance gives. */
export interface Finding {
  readonly statistic: Statistic;
  readonly observed: number;
  readonly chance: number;
  /** Chance-corrected; undefined where the floor is too near the ceiling. */
  readonly value: number | undefined;
  readonly p: number;
}

export interface Evidence {
  readonly findings: readonly Finding[];
  /** Over all statistics together. */
  readonly p: number;
  /** Log likelihood ratio of correction towards each other against drift. */
  readonly steady: number | undefined;
  readonly group: GroupPhase | undefined;
  readonly tempoHz: number | undefined;
  /** Mean difference of tempo between two members, share of the tempo. */
  readonly tempoGap: number | undefined;
  /** Length of what was looked at. */
  readonly windowS: number;
  /** Share of it in which two or more members had a phase, [0, 1]. */
  readonly coverage: number;
  /** Each member's mean phase ahead of the group's, radians. */
  readonly offsetsRad: Float64Array | undefined;
  /** Phases will be there to judge once more of the window is filled. */
  readonly phaseSoon: boolean;
  /** Members that moved for enough of the window. */
  readonly members: number;
}

export interface WindowTestOpts {
  readonly window: Span;
  readonly history: Span;
  readonly surrogates: number;
  readonly maxPoints: number;
  /** Strangers' tempi lie within this share of the group's. */
  readonly strangerSpread: number;
  readonly random: () => number;
  /** Work space to be used again by a test that follows; none other may be in progress. */
  readonly store?: EnvelopeStore;
}

/** One window's test, in steps that a live scorer spreads over frames. */
export class WindowTest {
  readonly #tracks: readonly Tracks[];
  readonly #opts: WindowTestOpts;
  readonly #phase: PhaseTest;
  readonly #envelope: EnvelopeRows | undefined;
  readonly #starts: Int32Array;
  #movers = 0;
  #heard = 0;
  #stretches = 0;
  #observedEnvelope = 0;
  readonly #envelopes: Float64Array;
  #prepared = 0;
  #drawn = -1;

  constructor(tracks: readonly Tracks[], opts: WindowTestOpts) {
    this.#tracks = tracks;
    this.#opts = opts;
    this.#phase = new PhaseTest(
      tracks.map((t) => t.settled),
      opts.window,
      opts.surrogates,
      opts.maxPoints,
      opts.strangerSpread,
    );
    this.#envelopes = new Float64Array(opts.surrogates);
    this.#starts = new Int32Array(tracks.length);
    const long = opts.window.to - opts.window.from >= MIN_ENVELOPE_S * FRAME_HZ;
    this.#envelope = long ? new EnvelopeRows(tracks.length, opts.window, opts.history, opts.store) : undefined;
  }

  get done(): boolean {
    return this.#drawn >= this.#opts.surrogates;
  }

  /** The next piece of work: a member, the observation, or a surrogate. */
  step(): void {
    if (this.#prepared < this.#tracks.length) this.#prepare(this.#prepared++);
    else if (this.#drawn < 0) this.#observe();
    else if (!this.done) this.#draw();
  }

  run(): Evidence {
    while (!this.done) this.step();
    return this.result();
  }

  result(): Evidence {
    const findings: Finding[] = [];
    const tested: Weighed[] = [];
    const add = (
      statistic: Statistic,
      observed: number,
      row: Float64Array,
      by: { observed: number; row: Float64Array },
    ): void => {
      const chance = medianOf(row, row.length);
      const p = rankP(by.observed, by.row, by.row.length);
      findings.push({ statistic, observed, chance, value: chanceCorrected(observed, chance), p });
      tested.push({ observed: by.observed, surrogates: by.row, weight: WEIGHTS[statistic] });
    };
    const phase = this.#phase;
    if (this.#hasPhase) {
      const r2 = phase.observed.unbiasedR2;
      add("aligned", r2, phase.aligned, { observed: r2, row: phase.aligned });
      add("lock", phase.observed.lock, phase.lock, { observed: phase.observedSteady, row: phase.steady });
    }
    if (this.#hasEnvelope) {
      const observed = this.#observedEnvelope;
      add("envelope", observed, this.#envelopes, { observed, row: this.#envelopes });
    }
    return {
      findings,
      p: findings.length > 0 ? minP(tested, this.#opts.surrogates) : 1,
      steady: this.#hasPhase ? phase.observedSteady : undefined,
      group: this.#hasPhase ? phase.observed : undefined,
      tempoHz: this.#hasPhase ? phase.tempoHz : undefined,
      tempoGap: this.#hasPhase ? phase.tempoGap : undefined,
      windowS: (this.#opts.window.to - this.#opts.window.from) / FRAME_HZ,
      coverage: this.#hasPhase ? phase.observed.coverage : 0,
      offsetsRad: this.#hasPhase ? phase.offsetsRad : undefined,
      phaseSoon: !this.#hasPhase && phase.members + phase.soon >= 2,
      members: this.#movers,
    };
  }

  get #hasPhase(): boolean {
    return this.#phase.members >= 2 && this.#phase.observed.coverage > 0;
  }

  get #hasEnvelope(): boolean {
    return this.#envelope !== undefined && this.#heard >= 2 && this.#stretches >= MIN_STRETCHES;
  }

  #prepare(k: number): void {
    const tracks = this.#tracks[k];
    if (tracks === undefined) return;
    this.#phase.prepare(k);
    const { window, history } = this.#opts;
    if (shareOf(tracks.moving, window) < MIN_SHARE) return;
    this.#movers++;
    if (this.#envelope === undefined || shareOf(tracks.envelope, window) < MIN_SHARE) return;
    this.#heard++;
    this.#envelope.add(tracks.envelope, k, history.from);
  }

  #observe(): void {
    this.#drawn = 0;
    this.#phase.observe();
    if (this.#envelope === undefined) return;
    const start = toPoint(this.#opts.window.from, this.#opts.history);
    this.#stretches = this.#envelope.stretches(start);
    if (!this.#hasEnvelope) return;
    this.#starts.fill(start);
    this.#observedEnvelope = this.#envelope.correlation(this.#starts);
  }

  #draw(): void {
    const { random } = this.#opts;
    const surrogate = this.#drawn++;
    if (this.#hasPhase) this.#phase.draw(surrogate, random);
    if (this.#envelope === undefined || !this.#hasEnvelope) return;
    drawStarts(this.#starts, this.#starts.length, this.#envelope.room, random);
    this.#envelopes[surrogate] = this.#envelope.correlation(this.#starts);
  }
}
