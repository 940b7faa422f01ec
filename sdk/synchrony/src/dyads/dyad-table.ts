import { benjaminiHochberg } from "./fdr.ts";
import { pairCount } from "./pair-index.ts";
import { STATISTIC_COUNT } from "./pair-chance.ts";

/** Why a pair has no score, or `scored`. */
export const WITHHELD = 0;
/** Both moved, but there is not yet enough to compare. */
export const EARLY = 1;
export const SCORED = 2;

/** A group's dyads over one window: one number a pair and column (see `pairIndex`). NaN: withheld. */
export class DyadTable {
  readonly members: number;
  readonly pairs: number;
  /** Frames [from, to) of the window. */
  from = 0;
  to = 0;
  readonly status: Uint8Array;
  /** Index into NM_ORDERS. */
  readonly order: Uint8Array;
  /** [pair][statistic], see STATISTICS. */
  readonly observed: Float64Array;
  readonly chance: Float64Array;
  readonly p: Float64Array;
  /** Over all statistics, and the false discovery rate at which the pair would be called. */
  readonly jointP: Float64Array;
  readonly q: Float64Array;
  /** ⟨e^{i(nφ_i − mφ_j)}⟩ over the points that both have, and their share of the window. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly common: Float64Array;
  /** Log likelihood ratio of correction against drift, see Steadiness. */
  readonly steady: Float64Array;
  /** Mean tempo of the two, Hz, and their difference as a share of it. */
  readonly tempoHz: Float64Array;
  readonly tempoGap: Float64Array;
  /** Beyond the pacer: partial phase locking, median of chance, p; and lagged correlation of residual asynchronies. */
  readonly partial: Float64Array;
  readonly partialChance: Float64Array;
  readonly partialP: Float64Array;
  readonly residualR: Float64Array;
  readonly residualP: Float64Array;
  readonly residualLagS: Float64Array;
  /** Pairs that were tested. */
  tested = 0;
  readonly #rank: Uint32Array;

  constructor(members: number) {
    this.members = members;
    this.pairs = pairCount(members);
    const column = (width = 1): Float64Array => new Float64Array(this.pairs * width).fill(NaN);
    this.status = new Uint8Array(this.pairs);
    this.order = new Uint8Array(this.pairs);
    this.observed = column(STATISTIC_COUNT);
    this.chance = column(STATISTIC_COUNT);
    this.p = column(STATISTIC_COUNT);
    this.jointP = column();
    this.q = column();
    this.re = column();
    this.im = column();
    this.common = new Float64Array(this.pairs);
    this.steady = column();
    this.tempoHz = column();
    this.tempoGap = column();
    this.partial = column();
    this.partialChance = column();
    this.partialP = column();
    this.residualR = column();
    this.residualP = column();
    this.residualLagS = column();
    this.#rank = new Uint32Array(this.pairs);
  }

  /** Forgets a pair. */
  clear(pair: number): void {
    this.status[pair] = WITHHELD;
    this.order[pair] = 0;
    const at = pair * STATISTIC_COUNT;
    for (let q = 0; q < STATISTIC_COUNT; q++) this.observed[at + q] = this.chance[at + q] = this.p[at + q] = NaN;
    this.jointP[pair] = this.q[pair] = this.re[pair] = this.im[pair] = NaN;
    this.steady[pair] = this.tempoHz[pair] = this.tempoGap[pair] = NaN;
    this.common[pair] = 0;
    this.partial[pair] = this.partialChance[pair] = this.partialP[pair] = NaN;
    this.residualR[pair] = this.residualP[pair] = this.residualLagS[pair] = NaN;
  }

  /** The false discovery rates, once every pair has its p. */
  close(): void {
    this.tested = benjaminiHochberg(this.jointP, this.q, this.#rank);
  }
}
