import type { WithOthers } from "./api.ts";
import { chanceCorrected } from "../chance.ts";
import { FrameTrack } from "../internal/growable.ts";
import type { Span } from "../internal/span.ts";
import { present } from "../internal/present.ts";
import { benjaminiHochberg, FALSE_DISCOVERY_RATE } from "./fdr.ts";
import { TwoTracks } from "./two-tracks.ts";

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
  readonly #two: TwoTracks;
  /** Phasors of each member and of all, [member][frame]; 0 where there is no phase. */
  readonly #cos: Float32Array;
  readonly #sin: Float32Array;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #others: FrameTrack;
  readonly #p: Float64Array;
  readonly #offsetS: Float64Array;
  #next = 0;
  #isObserved = false;

  constructor(tracks: readonly FrameTrack[], opts: WithOthersOpts) {
    this.#tracks = tracks;
    this.#opts = opts;
    const frames = opts.window.to - opts.window.from;
    this.#two = new TwoTracks(opts);
    this.#cos = new Float32Array(tracks.length * frames);
    this.#sin = new Float32Array(tracks.length * frames);
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

  /** Pieces of work in all. */
  get steps(): number {
    return 3 * this.#tracks.length + 1;
  }

  /** The next piece of work: a member's share of the sum, what is observed of one, or what chance gives. */
  step(): void {
    const members = this.#tracks.length;
    if (this.done) return;
    const k = this.#next - members;
    if (k < 0) this.#add(this.#next);
    else if (k >= 2 * members) this.#close();
    else if (k % 2 === 0) this.#isObserved = this.#observe(k >> 1);
    else if (this.#isObserved) this.#draw(k >> 1);
    this.#next++;
  }

  #add(k: number): void {
    const { from, to } = this.#opts.window;
    const track = this.#tracks[k];
    const row = k * (to - from);
    for (let f = from; f < to; f++) {
      const phase = track?.at(f) ?? NaN;
      if (Number.isNaN(phase)) continue;
      const at = f - from;
      const cos = (this.#cos[row + at] = Math.cos(phase));
      const sin = (this.#sin[row + at] = Math.sin(phase));
      this.#re[at] = (this.#re[at] ?? 0) + cos;
      this.#im[at] = (this.#im[at] ?? 0) + sin;
    }
  }

  /** @returns whether this one and the others have a phase in enough of the window */
  #observe(k: number): boolean {
    const { window } = this.#opts;
    const { from, to } = window;
    const track = this.#tracks[k];
    if (track === undefined) return false;
    const row = k * (to - from);
    for (let at = 0; at < to - from; at++) {
      const re = (this.#re[at] as number) - (this.#cos[row + at] as number);
      const im = (this.#im[at] as number) - (this.#sin[row + at] as number);
      this.#others.set(from + at, re * re + im * im > 1e-6 ? Math.atan2(im, re) : NaN);
    }
    return this.#two.observe(track, this.#others, window);
  }

  #draw(k: number): void {
    const two = this.#two;
    two.draw(Infinity, this.#opts.random);
    two.rank();
    const { median, jointP: p } = two.chance;
    this.#offsetS[k] = two.offsetS;
    this.#p[k] = p;
    this.findings[k] = { lock: two.lock, chance: median[1] ?? 0, p, q: 1, beyondChance: false };
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
