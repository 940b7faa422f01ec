import type { WithOthers } from "./api.ts";
import { chanceCorrected } from "../chance.ts";
import { FRAME_HZ } from "../grid.ts";
import { FrameTrack } from "../internal/growable.ts";
import type { Span } from "../internal/span.ts";
import { present } from "../internal/present.ts";
import { benjaminiHochberg, FALSE_DISCOVERY_RATE } from "./fdr.ts";
import { PairChance } from "./pair-chance.ts";
import { PairPhase } from "./pair-phase.ts";
import { PhaseRows } from "./phase-rows.ts";

export interface WithOthersOpts {
  readonly window: Span;
  readonly surrogates: number;
  readonly maxPoints: number;
  readonly strangerSpread: number;
  readonly random: () => number;
}

/**
 * Each member with the others: |⟨e^{i(φ_k − Ψ₋k)}⟩| against strangers, Ψ₋k the mean phase of all the rest. The test is that
 * of a dyad whose second member is everybody else.
 */
export class WithOthersTest {
  done = false;
  /** One for each member; undefined where it is withheld. */
  readonly findings: (WithOthers | undefined)[];
  readonly #tracks: readonly FrameTrack[];
  readonly #opts: WithOthersOpts;
  readonly #step: number;
  readonly #rows: PhaseRows;
  readonly #phase: PairPhase;
  readonly #chance: PairChance;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #others: FrameTrack;
  readonly #p: Float64Array;
  readonly #offsetS: Float64Array;
  #next = 0;

  constructor(tracks: readonly FrameTrack[], opts: WithOthersOpts) {
    this.#tracks = tracks;
    this.#opts = opts;
    const frames = opts.window.to - opts.window.from;
    this.#step = Math.max(1, Math.floor(frames / opts.maxPoints));
    this.#rows = new PhaseRows(2, Math.max(1, Math.floor(frames / this.#step)));
    this.#phase = new PairPhase(this.#rows, opts.strangerSpread);
    this.#chance = new PairChance(opts.surrogates);
    this.#re = new Float64Array(frames);
    this.#im = new Float64Array(frames);
    this.#others = new FrameTrack(Math.max(1, frames));
    this.#others.base = opts.window.from;
    this.#others.end = opts.window.to;
    this.#p = new Float64Array(tracks.length).fill(NaN);
    this.#offsetS = new Float64Array(tracks.length);
    this.findings = tracks.map(() => undefined);
    // Two people are a dyad: neither is alone against the other.
    if (tracks.length < 3) this.done = true;
  }

  run(): this {
    while (!this.done) this.step();
    return this;
  }

  /** The next piece of work: a member's share of the sum, or a member's test. */
  step(): void {
    const members = this.#tracks.length;
    if (this.done) return;
    if (this.#next < members) this.#add(this.#next, 1);
    else if (this.#next < 2 * members) this.#test(this.#next - members);
    else this.#close();
    this.#next++;
  }

  #add(k: number, sign: number): void {
    const { from, to } = this.#opts.window;
    const track = this.#tracks[k];
    for (let f = from; f < to; f++) {
      const phase = track?.at(f) ?? NaN;
      if (Number.isNaN(phase)) continue;
      this.#re[f - from] = (this.#re[f - from] ?? 0) + sign * Math.cos(phase);
      this.#im[f - from] = (this.#im[f - from] ?? 0) + sign * Math.sin(phase);
    }
  }

  #test(k: number): void {
    const { window, surrogates, random } = this.#opts;
    const track = this.#tracks[k];
    if (track === undefined) return;
    this.#add(k, -1);
    for (let f = window.from; f < window.to; f++) {
      const re = this.#re[f - window.from] ?? 0;
      const im = this.#im[f - window.from] ?? 0;
      this.#others.set(f, re * re + im * im > 1e-6 ? Math.atan2(im, re) : NaN);
    }
    this.#add(k, 1);
    this.#rows.prepare(0, track, window, this.#step);
    this.#rows.prepare(1, this.#others, window, this.#step);
    if (!this.#rows.has(0) || !this.#rows.has(1)) return;
    this.#phase.observe(0, 1, 0);
    const { aligned, lock, steady, observed } = this.#chance;
    observed[0] = this.#phase.re;
    const observedLock = this.#phase.lock;
    observed[1] = observedLock;
    observed[3] = this.#phase.steady;
    const offsetRad = Math.atan2(this.#phase.im, this.#phase.re);
    const tempoHz = ((this.#rows.slope[0] ?? 0) * FRAME_HZ) / (2 * Math.PI * this.#step);
    this.#offsetS[k] = offsetRad / (2 * Math.PI * tempoHz);
    for (let s = 0; s < surrogates; s++) {
      this.#phase.draw(random);
      aligned[s] = this.#phase.re;
      lock[s] = this.#phase.lock;
      steady[s] = this.#phase.steady;
    }
    this.#chance.rank(surrogates, { phase: true, envelope: false });
    this.#p[k] = this.#chance.jointP;
    const found = { lock: observedLock, chance: this.#chance.median[1] ?? 0, p: this.#chance.jointP };
    this.findings[k] = { ...found, q: 1, beyondChance: false };
  }

  #close(): void {
    const q = new Float64Array(this.#p.length);
    benjaminiHochberg(this.#p, q, new Uint32Array(q.length));
    this.findings.forEach((found, k) => {
      if (found === undefined) return;
      const beyondChance = (q[k] ?? 1) <= FALSE_DISCOVERY_RATE;
      this.findings[k] = present<WithOthers>({
        ...found,
        q: q[k],
        beyondChance,
        score: beyondChance ? chanceCorrected(found.lock, found.chance) : undefined,
        leadS: beyondChance ? this.#offsetS[k] : undefined,
      });
    });
    this.done = true;
  }
}
