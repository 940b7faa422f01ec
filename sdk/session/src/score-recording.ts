import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import {
  FALSE_DISCOVERY_RATE,
  type GroupScorer,
  type StateShares,
  type Statistic,
  type Verdict,
  type WindowScore,
} from "@entrain/synchrony";
import { inHindsight, scoredDyads, withheldDyads, type ScoredDyads } from "./scored-dyads.ts";
import { Pipeline, type PipelineMember } from "./pipeline.ts";

/** One person's motion, read from a file. */
export interface RecordedMember extends PipelineMember {
  /** On the session clock, in the order of the file. Shape [n]. */
  readonly tMicros: Float64Array;
  /** Interleaved x, y, z. Shape [3 n]. */
  readonly accelG: Float64Array;
}

export interface ScoredWindow {
  readonly startS: number;
  readonly endS: number;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly score: number | null;
  readonly chance: number | null;
  readonly p: number | null;
  /** What the score is of: phases alike, phases at a constant distance, or how strongly people move. */
  readonly statistic: Statistic | null;
  /** Share of the window in which two or more members had a phase. */
  readonly coverage: number;
  /** Where it is too short to tell: about how much more of the same would, s. */
  readonly moreS: number | null;
  /** Shares of the window, in the order of the members. */
  readonly states: readonly StateShares[];
  /** In groups of three to eight; two people have the window's own verdict. */
  readonly dyads?: ScoredDyads;
}

export interface ScoredMember {
  readonly name: string;
  readonly samples: number;
  readonly rateHz: number;
  readonly states: StateShares;
}

/** Group order over time, for a picture. */
export interface TracePoint {
  readonly tS: number;
  readonly orderParameter: number | null;
  /** Live phase of each member, null while there is none. */
  readonly phaseRad: readonly (number | null)[];
}

export interface RecordingScore {
  readonly estimator: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly score: number | null;
  readonly chance: number | null;
  readonly p: number | null;
  readonly windowS: number;
  /** The assumption behind chance: strangers' tempi lie within this share of the group's. */
  readonly strangerTempoSpread: number;
  readonly durationS: number;
  readonly windows: readonly ScoredWindow[];
  readonly members: readonly ScoredMember[];
  readonly dyads: ScoredDyads;
  readonly trace: readonly TracePoint[];
}

export interface ScoreRecordingOpts {
  readonly windowS: number;
  /** A steady pulse that all of them heard, beats a minute: dyads then say what they share beyond it. */
  readonly pacerBpm?: number;
  readonly random: () => number;
}

const MICROS = 1e6;
/** Window by window the dyads of a large group would be the most of the file, and of the time. */
const MOST_WITH_DYADS = 8;
const TRACE_STEP_S = 0.2;
/** The settled phase lies a couple of cycles behind; the slowest movement that is scored takes 20 s a cycle. */
const SETTLE_S = 45;
/** A recording of four minutes ends a sample before its fourth: its last window still counts. */
const LAST_WINDOW_SLACK_S = 0.5;

/** Whoever sent nothing for more than this share of the time is the reason why there is no score. */
const MOSTLY = 0.5;

/** Everybody's common time: before and after it there is nobody to compare with. */
const commonSpan = (members: readonly RecordedMember[]): readonly [number, number] => {
  const finite = members.map(({ tMicros }) => tMicros.filter((t) => Number.isFinite(t)));
  const begin = Math.max(...finite.map((t) => t[0] ?? 0));
  const end = Math.min(...finite.map((t) => t.at(-1) ?? 0));
  return [begin, end];
};

/** Where nobody was there at the same time as everybody else, there is no window to score. */
const NOTHING_IN_COMMON: ScoredWindow = {
  startS: 0,
  endS: 0,
  verdict: "withheld",
  reason: "no time in common",
  score: null,
  chance: null,
  p: null,
  statistic: null,
  coverage: 0,
  moreS: null,
  states: [],
};

const scoredWindow = (scorer: GroupScorer, members: number, score: WindowScore, tStart: number): ScoredWindow => ({
  startS: (score.startMicros - tStart) / MICROS,
  endS: (score.endMicros - tStart) / MICROS,
  verdict: score.verdict,
  ...(score.reason !== undefined && { reason: inHindsight(score.reason, score.reasonCode) }),
  score: score.score ?? null,
  chance: score.chance ?? null,
  p: score.p ?? null,
  statistic: score.statistic ?? null,
  coverage: score.coverage ?? 0,
  moreS: score.secondsUntilVerdict ?? null,
  states: Array.from({ length: members }, (_, k) => scorer.stateShares(k, score.startMicros, score.endMicros)),
});

/**
 * Scores a recording through the pipeline that live sessions use: the whole of it, and window by window.
 *
 * @param members - two or more, on one clock; time outside their common span is left out
 */
export const scoreRecording = (
  members: readonly RecordedMember[],
  { windowS, pacerBpm, random }: ScoreRecordingOpts,
): RecordingScore => {
  const [tStart, tEnd] = commonSpan(members);
  const durationS = Math.max(0, (tEnd - tStart) / MICROS);
  const pipeline = new Pipeline({
    members,
    tStartMicros: sessionMicros(tStart),
    random,
    windowS,
    historyS: Infinity,
    dyads: false,
  });
  const { scorer } = pipeline;
  if (pacerBpm !== undefined) pipeline.setPacer((tMicros) => (((tMicros - tStart) / MICROS) * pacerBpm) / 60);
  // All at once, in the order of the file: a clock that jumps ahead must not hold up what lies behind the jump.
  members.forEach(({ tMicros, accelG }, index) => {
    scorer.pushSamples(index, tMicros, accelG, tMicros.length);
  });
  const trace: TracePoint[] = [];
  for (let tS = TRACE_STEP_S; tS <= durationS; tS += TRACE_STEP_S) {
    const t: SessionMicros = sessionMicros(tStart + tS * MICROS);
    const { group, members: readings } = pipeline.readAt(t);
    trace.push({
      tS,
      orderParameter: group.orderParameter ?? null,
      phaseRad: readings.map(({ phaseRad }) => phaseRad ?? null),
    });
  }
  const states = members.map((_, index) => scorer.stateShares(index));
  scorer.advance(tEnd + SETTLE_S * MICROS);
  const scored = (from: number, to: number): ScoredWindow =>
    scoredWindow(scorer, members.length, scorer.scoreWindow(from, to), tStart);
  const whole = tEnd > tStart ? scored(tStart, tEnd) : NOTHING_IN_COMMON;
  // Without a common time nobody was looked at, and nobody is silent.
  const silent = members
    .filter((_, index) => durationS > 0 && (states[index]?.dropout ?? 1) > MOSTLY)
    .map(({ name }) => name);
  const dyads =
    tEnd > tStart
      ? scoredDyads(scorer.scoreDyads(tStart, tEnd))
      : withheldDyads(
          members.map(({ name }) => name),
          FALSE_DISCOVERY_RATE,
          "no time in common",
        );
  const windows: ScoredWindow[] = [];
  for (let k = 0; (k + 1) * windowS <= durationS + LAST_WINDOW_SLACK_S; k++) {
    const [from, to] = [tStart + k * windowS * MICROS, tStart + (k + 1) * windowS * MICROS];
    const hasDyads = members.length > 2 && members.length <= MOST_WITH_DYADS;
    windows.push({
      ...scored(from, to),
      ...(hasDyads && { dyads: scoredDyads(scorer.scoreDyads(from, to)) }),
    });
  }
  return {
    estimator: scorer.reading().estimator,
    verdict: whole.verdict,
    reason:
      silent.length > 0 && whole.verdict === "withheld" ? `no signal from ${silent.join(", ")}` : (whole.reason ?? ""),
    score: whole.score,
    chance: whole.chance,
    p: whole.p,
    strangerTempoSpread: scorer.reading().strangerTempoSpread,
    windowS,
    durationS,
    windows,
    members: members.map(({ name, tMicros }, index) => ({
      name,
      samples: tMicros.length,
      rateHz: rateOf(tMicros),
      states: states[index] ?? { still: 0, acquiring: 0, ok: 0, dropout: 1 },
    })),
    dyads,
    trace,
  };
};

/** Median rate: gaps and jumps of the clock do not shift it. 0 for fewer than two samples. */
const rateOf = (tMicros: Float64Array): number => {
  const steps = new Float64Array(Math.max(0, tMicros.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = (tMicros[i + 1] ?? 0) - (tMicros[i] ?? 0);
  const sorted = steps.filter((step) => step > 0).sort();
  const median = sorted[sorted.length >> 1];
  return median === undefined ? 0 : MICROS / median;
};
