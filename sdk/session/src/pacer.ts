import { beatAt, nextBarBeat, type Pattern, type Plan, steadyPlan, timeOfBeat } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";

/** Time for a plan to reach every band before it begins: a few repeats on a slow link. */
const LEAD_MICROS = 1_500_000;
/** A plan that begins sooner than this cannot be called back: a newer one would reach some bands too late. */
const CALL_BACK_MICROS = 100_000;
/** What paced so long ago is asked for no more. */
const KEPT_MICROS = 10_000_000;

/** A plan, from when it holds, and how many beats came before it. */
export interface PacedSpan {
  readonly plan: Plan;
  /** On a bar line of the plan before; beats are counted on from there. */
  readonly fromMicros: SessionMicros;
  readonly beatsBefore: number;
  /** Present where movement is not compared with it. */
  readonly scored?: false;
}

/** Which plan holds when: a new tempo takes effect at a bar line, and beats are counted on across it. */
export class Pacer {
  private spans: PacedSpan[] = [];
  private revision = 0;
  private endMicros = Infinity;

  get isPlaying(): boolean {
    return this.spans.length > 0 && this.endMicros === Infinity;
  }

  /** A number for plans beside the beat of all, higher than any before. */
  takeRevision(): number {
    return ++this.revision;
  }

  /** A plan to begin with, or the one to go on with at the next bar. @throws PacingError for a tempo out of range */
  next(bpm: number, pattern: Pattern, nowMicros: SessionMicros): PacedSpan {
    const soonMicros = sessionMicros(nowMicros + LEAD_MICROS);
    const standing = this.isPlaying ? this.standingAt(nowMicros) : [];
    const last = standing.at(-1);
    const bar = last === undefined ? 0 : nextBarBeat(last.plan, soonMicros);
    const fromMicros = last === undefined ? soonMicros : timeOfBeat(last.plan, bar);
    const plan = steadyPlan({ bpm, pattern, beatZeroMicros: fromMicros, revision: this.revision + 1 });
    const span = { plan, fromMicros, beatsBefore: last === undefined ? 0 : last.beatsBefore + bar };
    this.follow(span, nowMicros);
    return span;
  }

  /** Takes up a plan that stands already, as a replay does. */
  follow(span: PacedSpan, nowMicros: SessionMicros): void {
    const standing = this.isPlaying ? this.standingAt(nowMicros) : [];
    this.revision = Math.max(this.revision, span.plan.revision);
    this.spans = [...standing, span];
    this.endMicros = Infinity;
  }

  stop(nowMicros: SessionMicros): void {
    this.endMicros = nowMicros;
  }

  /** Beats since the first; undefined before it, and after a stop. */
  beatAt(tMicros: number): number | undefined {
    const span = this.spanAt(tMicros);
    return span === undefined ? undefined : span.beatsBefore + beatAt(span.plan, tMicros);
  }

  /** The same, but undefined where movement is not compared with it. */
  scoredBeatAt(tMicros: number): number | undefined {
    return this.spanAt(tMicros)?.scored === false ? undefined : this.beatAt(tMicros);
  }

  private spanAt(tMicros: number): PacedSpan | undefined {
    return tMicros >= this.endMicros ? undefined : this.spans.findLast(({ fromMicros }) => fromMicros <= tMicros);
  }

  /** What plays, and what goes on from it: a band holds one plan in waiting, so a newer one replaces that whole. */
  private standingAt(nowMicros: SessionMicros): PacedSpan[] {
    const standing = this.spans.filter((span, i) => i === 0 || span.fromMicros <= nowMicros + CALL_BACK_MICROS);
    const oldest = standing.findLastIndex(({ fromMicros }) => fromMicros <= nowMicros - KEPT_MICROS);
    return standing.slice(Math.max(0, oldest));
  }
}
