import type { Score } from "../api.ts";
import { TwoTracks } from "../dyads/two-tracks.ts";
import { asynchrony, type Asynchrony } from "../asynchrony.ts";
import { chanceCorrected, medianOf, minP } from "../chance.ts";
import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { ALPHA, APART_SCORE, MIN_SCORE } from "../verdict.ts";
import { FRAME_LOOKAHEAD_MICROS } from "./cells.ts";
import type { FrameTrack } from "./growable.ts";

const SURROGATES = 199;
const POINTS = 32;
/** A round through all members takes about so long for each of them, and a minute at most. */
const SECONDS_A_MEMBER = 1.5;
const LONGEST_ROUND_S = 60;
/** The observation costs about as much as so many draws. */
const OBSERVED_AS_DRAWS = 60;
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
  readonly #random: (from: number, to: number) => () => number;
  #next = 0;
  readonly #two: TwoTracks;
  readonly #drawsPerFrame: number;
  #isRunning = false;
  #owed = 0;
  #source: () => number = () => 0;
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
    this.#random = random;
    this.#two = new TwoTracks({ surrogates: SURROGATES, maxPoints: POINTS, strangerSpread });
    const roundS = Math.min(LONGEST_ROUND_S, SECONDS_A_MEMBER * members.length);
    this.#drawsPerFrame = (members.length * (SURROGATES + OBSERVED_AS_DRAWS)) / Math.max(1, roundS * FRAME_HZ);
    this.findings = members.map(() => undefined);
  }

  step(frame: number, historyFrom: number, pacedSince: number, tempoHz: number): void {
    this.#owed += this.#drawsPerFrame;
    while (this.#owed >= 1) this.#work(frame, historyFrom, pacedSince, tempoHz);
  }

  #work(frame: number, historyFrom: number, pacedSince: number, tempoHz: number): void {
    const member = this.#members[this.#next];
    if (member === undefined || !this.#isRunning) {
      const from = Math.max(historyFrom, pacedSince, frame + 1 - LONGEST_S * FRAME_HZ);
      this.#owed -= OBSERVED_AS_DRAWS;
      const isEnough = tempoHz > 0 && frame + 1 - from >= SHORTEST_S * FRAME_HZ;
      if (member === undefined || !isEnough || !this.#begin(member, from, frame + 1)) this.#finish(undefined);
      return;
    }
    const before = this.#two.drawn;
    this.#two.draw(Math.ceil(this.#owed), this.#source);
    this.#owed -= this.#two.drawn - before;
    if (!this.#two.done) return;
    const recentFrom = Math.max(historyFrom, frame + 1 - this.#windowFrames);
    const recent = asynchrony(member, this.#pacer, recentFrom, frame + 1, tempoHz);
    this.#delayMicros = (frame + 1 - this.#to) * FRAME_MICROS + FRAME_LOOKAHEAD_MICROS;
    this.#finish(this.#judge(recent));
  }

  #begin(member: FrameTrack, from: number, to: number): boolean {
    if (!this.#two.observe(member, this.#pacer, { from, to })) return false;
    this.#isRunning = true;
    this.#source = this.#random(from + this.#next, to);
    this.#windowS = (to - from) / FRAME_HZ;
    this.#to = to;
    return true;
  }

  #judge(recent: Asynchrony | undefined): PacerFinding {
    const { chance: drawn, lock, common } = this.#two;
    const chance = medianOf(drawn.lock, SURROGATES);
    const value = chanceCorrected(lock, chance);
    const p = minP(
      [
        { observed: drawn.observed[0] ?? 0, surrogates: drawn.aligned, weight: 0.5 },
        { observed: drawn.observed[3] ?? 0, surrogates: drawn.steady, weight: 0.5 },
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
            coverage: common,
            statistic: "lock" as const,
          };
    return { score, withPacer, asynchrony: recent };
  }

  #finish(finding: PacerFinding | undefined): void {
    this.findings[this.#next] = finding;
    this.#isRunning = false;
    this.#next = (this.#next + 1) % Math.max(1, this.#members.length);
  }
}
