import type { GroupScorer, Reading, ScorerOpts, StateShares, WindowScore } from "./api.ts";
import { GroupDyads } from "./dyads/group-dyads.ts";
import { GroupTiming } from "./dyads/group-timing.ts";
import { SynchronyError } from "./error.ts";
import { FRAME_HZ, FRAME_MICROS } from "./grid.ts";
import { FRAME_LOOKAHEAD_MICROS } from "./internal/cells.ts";
import { MemberTrack } from "./internal/member-track.ts";
import { PacerTests } from "./internal/pacer-test.ts";
import { PacerTrack } from "./internal/pacer-track.ts";
import { LiveTest } from "./internal/live-test.ts";
import type { Span } from "./internal/span.ts";
import { buildReading } from "./internal/reading.ts";
import { sinceStart, stateSharesOver } from "./internal/state-shares.ts";
import { STRANGER_TEMPO_SPREAD } from "./internal/strangers.ts";
import { WindowTest, type Evidence } from "./internal/window-test.ts";
import { mulberry32 } from "./random.ts";
import { judge, shownScore } from "./verdict.ts";

const RECORDING_SURROGATES = 399;
const RECORDING_POINTS = 256;
const LEAP_FRAMES = 30 * FRAME_HZ;
/** The slowest settled track (0.05 Hz) is 40 s late; the history must still hold it. */
const HISTORY_MARGIN_S = 45;

const check = (value: number, low: number, high: number, at: string): number => {
  if (!(value >= low && value <= high))
    throw new SynchronyError("bad-option", `${String(low)} to ${String(high)}`, value, at);
  return value;
};

/**
 * A group's scores from its members' accelerations. Deterministic: the same calls with the same seed give the same
 * numbers.
 *
 * @throws SynchronyError `bad-option`
 */
export const createGroupScorer = (opts: ScorerOpts): GroupScorer => {
  const windowS = check(opts.windowS ?? 30, 5, 3600, "windowS");
  const historyS = check(opts.historyS ?? Math.max(300, 4 * windowS), windowS, Infinity, "historyS");
  const strangerSpread = check(opts.strangerTempoSpread ?? STRANGER_TEMPO_SPREAD, 0.005, 0.5, "strangerTempoSpread");
  const originMicros = check(opts.tStartMicros, -1e17, 1e17, "tStartMicros");
  const keepFrames = Math.ceil((historyS + HISTORY_MARGIN_S) * FRAME_HZ);
  const members = opts.members.map((_, k) => new MemberTrack(originMicros, keepFrames, k));
  const pacer = new PacerTrack(originMicros, keepFrames);
  const windowFrames = Math.round(windowS * FRAME_HZ);
  let frame = -1;
  // One draw at the start; each test then has its own source, so no score depends on which others were asked for.
  const seed = Math.floor(opts.random() * 4294967296);

  const sourceOf = (from: number, to: number): (() => number) =>
    mulberry32(seed ^ Math.imul(from + 1, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b));
  const live = new LiveTest(members, { windowFrames, strangerSpread, random: sourceOf });
  const paced = new PacerTests(
    members.map((m) => m.settled),
    pacer.phase,
    windowFrames,
    strangerSpread,
    sourceOf,
  );

  const related = {
    names: opts.members.map(({ name }) => name),
    originMicros,
    windowFrames,
    strangerSpread,
    random: sourceOf,
  };
  const dyads = new GroupDyads(members, pacer, related);
  const timing = new GroupTiming(members, related);

  const member = (index: number): MemberTrack => {
    const found = members[index];
    if (found === undefined) {
      throw new SynchronyError("bad-member", `a member 0 to ${String(members.length - 1)}`, index, "member");
    }
    return found;
  };

  const historyFrames = Math.round(Math.min(historyS, 1e9) * FRAME_HZ);
  const historyFrom = (): number => Math.max(0, frame + 1 - historyFrames, members[0]?.settled.base ?? 0);

  const frameAt = (tMicros: number): number => Math.ceil((tMicros - originMicros) / FRAME_MICROS);

  /** The last window's evidence and what it was asked for: two people's dyad is judged by the group's. */
  let tested: { readonly key: string; readonly evidence: Evidence } | undefined;
  const test = (from: number, to: number, surrogates: number): Evidence => {
    const key = [from, to, surrogates, historyFrom(), frame].join();
    if (tested?.key === key) return tested.evidence;
    const evidence = new WindowTest(members, {
      window: { from, to },
      history: { from: historyFrom(), to: frame + 1 },
      surrogates,
      maxPoints: RECORDING_POINTS,
      strangerSpread,
      random: sourceOf(from, to),
    }).run();
    tested = { key, evidence };
    return evidence;
  };

  const spanOf = (startMicros: number, endMicros: number, at: string): Span => {
    if (!(endMicros > startMicros)) throw new SynchronyError("bad-window", "start < end", endMicros, at);
    const from = Math.max(historyFrom(), frameAt(startMicros));
    return { from, to: Math.max(from, Math.min(frame + 1, frameAt(endMicros))) };
  };

  const score = (from: number, to: number, surrogates: number): WindowScore => {
    const startMicros = originMicros + from * FRAME_MICROS;
    const endMicros = originMicros + to * FRAME_MICROS;
    const evidence = test(from, to, surrogates);
    const judged = judge(evidence);
    const { verdict, reason, reasonCode, finding, secondsUntilVerdict } = judged;
    const value = shownScore(judged);
    return {
      startMicros,
      endMicros,
      verdict,
      strangerTempoSpread: strangerSpread,
      coverage: evidence.coverage,
      ...(secondsUntilVerdict === undefined ? {} : { secondsUntilVerdict }),
      ...(reason === undefined ? {} : { reason }),
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(finding === undefined
        ? {}
        : { chance: finding.chance, p: evidence.p, observed: finding.observed, statistic: finding.statistic }),
      ...(value === undefined ? {} : { score: value }),
    };
  };

  return {
    pushSamples(index, tMicros, accelG, count) {
      const { inbox } = member(index);
      if (!(count >= 0 && count <= tMicros.length && 3 * count <= accelG.length)) {
        throw new SynchronyError(
          "bad-array",
          "count ≤ tMicros.length and 3·count ≤ accelG.length",
          count,
          "pushSamples",
        );
      }
      for (let i = 0; i < count; i++) {
        inbox.push(tMicros[i] ?? NaN, accelG[3 * i] ?? NaN, accelG[3 * i + 1] ?? NaN, accelG[3 * i + 2] ?? NaN);
      }
    },
    pushOwnPulse(index, tOnMicros, durationMicros) {
      member(index).pulses.add(tOnMicros, durationMicros);
    },
    setPacer(beatAt) {
      pacer.beatAt = beatAt;
      for (const { onsets } of members) onsets.beatAt = beatAt;
    },
    setPresent(index, present) {
      member(index).present = present;
    },
    advance(tMicros) {
      if (!Number.isFinite(tMicros)) return;
      const last = Math.floor((tMicros - FRAME_LOOKAHEAD_MICROS - originMicros) / FRAME_MICROS);
      while (frame < last) {
        frame++;
        const hintHz = pacer.step(frame);
        for (const m of members) m.step(frame, hintHz);
        const from = historyFrom();
        // In one leap over a recording nobody reads the live scores of its middle.
        if (last - frame > LEAP_FRAMES) continue;
        live.step(frame, from);
        paced.step(frame, from, pacer.since, pacer.tempoHz);
        if (opts.dyads === false) continue;
        dyads.step(frame, from);
        timing.step(frame, from);
      }
    },
    reading(): Reading {
      return buildReading({
        opts,
        members,
        pacer,
        frame,
        windowS,
        originMicros,
        evidence: live.evidence,
        judged: live.judged,
        evidenceTo: live.evidenceTo,
        strangerSpread,
        paced: paced.findings,
      });
    },
    movementG: () => members.map(({ signal }) => (frame < 0 ? 0 : signal.at(frame))),
    scoreWindow(startMicros, endMicros, { shifts } = {}) {
      const { from, to } = spanOf(startMicros, endMicros, "scoreWindow");
      return score(from, to, shifts ?? RECORDING_SURROGATES);
    },
    dyads() {
      return dyads.live(frame, live.evidence);
    },
    scoreDyads(startMicros, endMicros, { shifts } = {}) {
      const { from, to } = spanOf(startMicros, endMicros, "scoreDyads");
      const history = { from: historyFrom(), to: frame + 1 };
      // Two people share the group's evidence; a larger group's says nothing of its pairs.
      const shared = members.length === 2 ? test(from, to, shifts ?? RECORDING_SURROGATES) : undefined;
      return dyads.over({ from, to }, history, frame, shifts, shared);
    },
    timing: () => timing.live(frame),
    scoreTiming: (startMicros, endMicros) => timing.over(spanOf(startMicros, endMicros, "scoreTiming")),
    scoreWhole() {
      return score(historyFrom(), frame + 1, RECORDING_SURROGATES);
    },
    stateShares(index, startMicros, endMicros): StateShares {
      const track = member(index);
      if (startMicros === undefined || endMicros === undefined) return sinceStart(track.framesIn);
      return stateSharesOver(track.states, frameAt(startMicros), Math.min(frame + 1, frameAt(endMicros)));
    },
    sampleCounts: (index) => member(index).inbox.counts(),
  };
};
