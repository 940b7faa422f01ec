import type { Score } from "../api.ts";
import { asynchrony, type Asynchrony } from "../asynchrony.ts";
import { chanceCorrected, medianOf, minP } from "../chance.ts";
import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { ALPHA, APART_SCORE, MIN_SCORE } from "../verdict.ts";
import { FRAME_LOOKAHEAD_MICROS } from "./cells.ts";
import type { FrameTrack } from "./growable.ts";
import { PhaseTest } from "./phase-test.ts";

const SURROGATES = 199;
const POINTS = 32;
/** Shared out, so that the cost of a frame does not grow with the group. */
const DRAWS_PER_FRAME = 180;
/** One person and a pulse are the hardest pair to tell from chance: all of the last two minutes are used. */
const LONGEST_S = 120;
const SHORTEST_S = 10;

/** What is known of one member and the pulse. */
export interface PacerFinding {
  readonly score: Score | undefined;
  /** Undefined while chance could still give this. */
  readonly withPacer: boolean | undefined;
  readonly asynchrony: Asynchrony | undefined;
}

/** Tests members against the pacer in turn, a little each frame; strangers to the pulse are made as for the group. */
export class PacerTests {
  readonly findings: (PacerFinding | undefined)[];
  readonly #members: readonly FrameTrack[];
  readonly #pacer: FrameTrack;
  readonly #windowFrames: number;
  readonly #strangerSpread: number;
  readonly #random: (from: number, to: number) => () => number;
  #next = 0;
  #running: PhaseTest | undefined;
  #source: () => number = () => 0;
  #drawn = 0;
  #windowS = 0;
  #delayMicros = 0;
  #to = 0;

  constructor(
    members: readonly FrameTrack[],
    pacer: FrameTrack,
    windowFrames: number,
    strangerSpread: number,
    random: (from: number, to: number) => () => number,
  ) {
    this.#members = members;
    this.#pacer = pacer;
    this.#windowFrames = windowFrames;
    this.#strangerSpread = strangerSpread;
    this.#random = random;
    this.findings = members.map(() => undefined);
  }

  step(frame: number, historyFrom: number, pacedSince: number, tempoHz: number): void {
    const member = this.#members[this.#next];
    if (member === undefined) return;
    if (this.#running === undefined) {
      const from = Math.max(historyFrom, pacedSince, frame + 1 - LONGEST_S * FRAME_HZ);
      if (!(tempoHz > 0) || frame + 1 - from < SHORTEST_S * FRAME_HZ) {
        this.findings[this.#next] = undefined;
        this.#advance();
        return;
      }
      this.#begin(member, from, frame + 1);
      return;
    }
    const draws = Math.min(50, Math.ceil(DRAWS_PER_FRAME / this.#members.length));
    for (let i = 0; i < draws && this.#drawn < SURROGATES; i++) this.#running.draw(this.#drawn++, this.#source);
    if (this.#drawn < SURROGATES) return;
    const recent = asynchrony(
      member,
      this.#pacer,
      Math.max(historyFrom, frame + 1 - this.#windowFrames),
      frame + 1,
      tempoHz,
    );
    this.#delayMicros = (frame + 1 - this.#to) * FRAME_MICROS + FRAME_LOOKAHEAD_MICROS;
    this.findings[this.#next] = this.#judge(this.#running, recent);
    this.#advance();
  }

  #begin(member: FrameTrack, from: number, to: number): void {
    const test = new PhaseTest([member, this.#pacer], { from, to }, SURROGATES, POINTS, this.#strangerSpread);
    test.prepare(0);
    test.prepare(1);
    if (test.members < 2) {
      this.findings[this.#next] = undefined;
      this.#advance();
      return;
    }
    test.observe();
    this.#running = test;
    this.#source = this.#random(from + this.#next, to);
    this.#drawn = 0;
    this.#windowS = (to - from) / FRAME_HZ;
    this.#to = to;
  }

  #judge(test: PhaseTest, recent: Asynchrony | undefined): PacerFinding {
    const { lock } = test.observed;
    const chance = medianOf(test.lock, SURROGATES);
    const value = chanceCorrected(lock, chance);
    const p = minP(
      [
        { observed: test.observed.unbiasedR2, surrogates: test.aligned, weight: 0.5 },
        { observed: test.observedSteady, surrogates: test.steady, weight: 0.5 },
      ],
      SURROGATES,
    );
    const withPacer = p <= ALPHA && (value ?? 0) >= MIN_SCORE ? true : (value ?? 1) < APART_SCORE ? false : undefined;
    const score =
      value === undefined || withPacer === undefined
        ? undefined
        : {
            value,
            chance,
            p,
            windowS: this.#windowS,
            delayMicros: this.#delayMicros,
            coverage: test.observed.coverage,
            statistic: "lock" as const,
          };
    return { score, withPacer, asynchrony: recent };
  }

  #advance(): void {
    this.#running = undefined;
    this.#next = (this.#next + 1) % Math.max(1, this.#members.length);
  }
}
