import type { GroupReading, MemberReading, Reading, ReasonCode, ScorerOpts } from "../api.ts";
import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { stateReason } from "../member-state.ts";
import { ALPHA, GUESSED_HZ, shownScore, tooEarly, type Judgement } from "../verdict.ts";
import { ESTIMATOR_VERSION } from "../version.ts";
import { secondsFromStart } from "./forecast.ts";
import { FRAME_LOOKAHEAD_MICROS } from "./cells.ts";
import type { Evidence } from "./window-test.ts";
import type { MemberTrack } from "./member-track.ts";
import { present } from "./present.ts";
import type { PacerFinding } from "./pacer-test.ts";
import type { PacerTrack } from "./pacer-track.ts";

export interface ReadingFacts {
  readonly opts: ScorerOpts;
  readonly members: readonly MemberTrack[];
  readonly pacer: PacerTrack;
  readonly frame: number;
  readonly windowS: number;
  readonly originMicros: number;
  readonly evidence: Evidence | undefined;
  readonly judged: Judgement | undefined;
  readonly evidenceTo: number;
  readonly strangerSpread: number;
  readonly paced: readonly (PacerFinding | undefined)[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const memberReading = ({ members, opts, paced, evidence }: ReadingFacts, m: MemberTrack, k: number): MemberReading => {
  const why = stateReason(m.machine.state, m.present);
  const ok = m.machine.state === "ok";
  const pulse = ok ? paced[k] : undefined;
  const asynchrony = pulse?.withPacer === true ? pulse.asynchrony : undefined;
  // Two people have one reading between them: neither is said to lead.
  const leads = ok && members.length > 2 && evidence !== undefined && evidence.p <= ALPHA;
  const leadRad = leads ? evidence.offsetsRad?.[k] : undefined;
  const quality = { blankedShare: m.blankedShare, missingShare: m.missingShare };
  const { amplitudeG, phaseRad, tempoHz } = m;
  const name = opts.members[k]?.name ?? "";
  const { state } = m.machine;
  // Written out, and most of it at once: this is asked for of every member many times a second.
  const isMeasured = ok && why === undefined && Number.isFinite(phaseRad) && Number.isFinite(tempoHz);
  const reading: Writable<MemberReading> = isMeasured
    ? { name, state, amplitudeG, quality, phaseRad, tempoHz }
    : { name, state, amplitudeG, quality };
  if (opts.members[k]?.signal === "bridged") reading.signal = "bridged";
  if (why !== undefined) {
    reading.reasonCode = why.code;
    reading.reason = why.text;
  }
  if (ok && !isMeasured && Number.isFinite(phaseRad)) reading.phaseRad = phaseRad;
  if (ok && !isMeasured && Number.isFinite(tempoHz)) reading.tempoHz = tempoHz;
  if (pulse?.withPacer !== undefined) reading.withPacer = pulse.withPacer;
  if (pulse?.score !== undefined) reading.pacerScore = pulse.score;
  if (asynchrony !== undefined) {
    reading.asynchronyMicros = asynchrony.meanMicros;
    reading.asynchronySdMicros = asynchrony.sdMicros;
  }
  if (leadRad !== undefined && m.tempoHz > 0) reading.leadMicros = (leadRad * 1e6) / (2 * Math.PI * m.tempoHz);
  return reading;
};

/** Nobody to compare: because nothing arrives, or because people rest. */
const whyWithheld = (members: readonly MemberTrack[]): { readonly reasonCode: ReasonCode; readonly reason: string } =>
  members.every((m) => m.machine.state === "dropout")
    ? { reasonCode: "no-signal", reason: "no signal" }
    : { reasonCode: "too-few-moving", reason: "resting" };

/** Seconds since the second of the members that move now began. */
const movedFor = (members: readonly MemberTrack[], frame: number): number => {
  const since = members.filter((m) => m.machine.moving).map((m) => m.movingSince);
  return (frame - (since.sort((a, b) => a - b)[1] ?? frame)) / FRAME_HZ;
};

const groupReading = ({ members, evidence, judged, evidenceTo, frame }: ReadingFacts): GroupReading => {
  // One way through: this is asked for many times a second.
  let moving = 0;
  let ok = 0;
  let tempiHz = 0;
  let re = 0;
  let im = 0;
  for (const m of members) {
    if (m.machine.moving) moving++;
    if (!m.present || m.machine.state !== "ok") continue;
    ok++;
    tempiHz += m.tempoHz;
    re += Math.cos(m.phaseRad);
    im += Math.sin(m.phaseRad);
  }
  const meanTempoHz = ok > 0 ? tempiHz / ok : undefined;
  if (moving < 2) return { verdict: "withheld", ...whyWithheld(members) };
  if (evidence === undefined || judged === undefined || evidence.findings.length === 0) {
    const movedS = movedFor(members, frame);
    return tooEarly(secondsFromStart(meanTempoHz ?? GUESSED_HZ, movedS));
  }
  const { finding } = judged;
  const value = shownScore(judged);
  const { group } = evidence;
  return present<GroupReading>({
    verdict: judged.verdict,
    reasonCode: judged.reasonCode,
    reason: judged.reason,
    secondsUntilVerdict: judged.secondsUntilVerdict,
    score:
      finding === undefined || value === undefined
        ? undefined
        : {
            value,
            chance: finding.chance,
            p: evidence.p,
            windowS: evidence.windowS,
            delayMicros: (frame + 1 - evidenceTo) * FRAME_MICROS + FRAME_LOOKAHEAD_MICROS,
            coverage: evidence.coverage,
            statistic: finding.statistic,
          },
    orderParameter: group?.orderParameter,
    unbiasedR2: group?.unbiasedR2,
    clusterRho: group?.clusterRho,
    tempoHz: meanTempoHz,
    meanPhaseRad: ok > 1 ? Math.atan2(im, re) : undefined,
  });
};

/** The live reading. */
export const buildReading = (facts: ReadingFacts): Reading => {
  const { members, pacer, frame, windowS, originMicros, strangerSpread } = facts;
  const phaseRad = frame < 0 ? NaN : pacer.phase.at(frame);
  return present<Reading>({
    estimator: ESTIMATOR_VERSION,
    tMicros: originMicros + Math.max(0, frame) * FRAME_MICROS,
    windowS,
    strangerTempoSpread: strangerSpread,
    delayMicros: FRAME_LOOKAHEAD_MICROS,
    pacer: Number.isNaN(phaseRad)
      ? undefined
      : present<NonNullable<Reading["pacer"]>>({ beat: pacer.beat, phaseRad, tempoHz: pacer.tempoHz }),
    group: groupReading(facts),
    members: members.map((m, k) => memberReading(facts, m, k)),
  });
};
