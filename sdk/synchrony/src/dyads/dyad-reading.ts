import type { Statistic, Verdict } from "../api.ts";
import { chanceCorrected } from "../chance.ts";
import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { emptyGroupPhase } from "../group-phase.ts";
import type { MemberTrack } from "../internal/member-track.ts";
import { present } from "../internal/present.ts";
import type { Evidence, Finding } from "../internal/window-test.ts";
import { ALPHA, judge, type Judgement } from "../verdict.ts";
import { ESTIMATOR_VERSION } from "../version.ts";
import type { BeyondPacer, DyadMatrix, DyadReading } from "./api.ts";
import { EARLY, SCORED, WITHHELD, type DyadTable } from "./dyad-table.ts";
import { FALSE_DISCOVERY_RATE } from "./fdr.ts";
import { leadOf, type Lead } from "./lead.ts";
import { NM_ORDERS } from "./nm-ratio.ts";
import { STATISTIC_COUNT, STATISTICS } from "./pair-chance.ts";
import { pairIndex } from "./pair-index.ts";
import { LAGS } from "./lag-grid.ts";
import { whyWithheld } from "./why-withheld.ts";

export interface DyadFacts {
  readonly table: DyadTable;
  readonly names: readonly string[];
  readonly members: readonly MemberTrack[];
  readonly originMicros: number;
  readonly nowFrame: number;
  /** Two people have one reading between them: the group's own evidence, where it is of the same window. */
  readonly shared: Evidence | undefined;
  /** Live: a member is judged by its present state. In a recording by the window alone. */
  readonly isLive: boolean;
  /** Correlation over lags of a pair, see LiveLags.read. */
  readonly lags: (i: number, j: number, out: Float64Array) => number;
}

const GROUP = emptyGroupPhase();
const NO_EVIDENCE: Omit<Evidence, "members" | "windowS"> = {
  findings: [],
  p: 1,
  steady: undefined,
  group: undefined,
  tempoHz: undefined,
  tempoGap: undefined,
  coverage: 0,
  offsetsRad: undefined,
  phaseSoon: false,
};

const findingsOf = (table: DyadTable, pair: number): Finding[] => {
  const findings: Finding[] = [];
  for (let q = 0; q < STATISTIC_COUNT; q++) {
    const at = pair * STATISTIC_COUNT + q;
    const observed = table.observed[at] ?? NaN;
    const chance = table.chance[at] ?? NaN;
    const statistic: Statistic | undefined = STATISTICS[q];
    // An envelope that could change nothing has no floor.
    if (Number.isNaN(observed) || Number.isNaN(chance) || statistic === undefined) continue;
    findings.push({ statistic, observed, chance, value: chanceCorrected(observed, chance), p: table.p[at] ?? 1 });
  }
  return findings;
};

/** How far their tempi are from their order n:m, share of the tempo. */
const gapFrom = (table: DyadTable, pair: number): number => {
  const [n, m] = NM_ORDERS[table.order[pair] ?? 0] ?? [1, 1];
  return n === m ? (table.tempoGap[pair] ?? 0) : 0;
};

/** Beyond chance: by its own p, and at the false discovery rate of all dyads. */
const evidenceOf = (table: DyadTable, pair: number, windowS: number): Evidence => {
  const tempoHz = table.tempoHz[pair] ?? NaN;
  const hasPhase = !Number.isNaN(tempoHz);
  return {
    ...NO_EVIDENCE,
    findings: findingsOf(table, pair),
    p: Math.max(table.jointP[pair] ?? 1, ((table.q[pair] ?? 1) * ALPHA) / FALSE_DISCOVERY_RATE),
    steady: hasPhase ? (table.steady[pair] ?? 0) : undefined,
    group: hasPhase ? GROUP : undefined,
    tempoHz: hasPhase ? tempoHz : undefined,
    tempoGap: hasPhase ? gapFrom(table, pair) : undefined,
    windowS,
    coverage: table.common[pair] ?? 0,
    members: 2,
  };
};

const beyondPacer = (table: DyadTable, pair: number): BeyondPacer | undefined => {
  const partial = table.partial[pair] ?? NaN;
  if (Number.isNaN(partial)) return undefined;
  return present<BeyondPacer>({
    partial,
    chance: table.partialChance[pair],
    p: table.partialP[pair],
    residualR: table.residualR[pair],
    residualP: table.residualP[pair],
    residualLeadS: table.residualLagS[pair],
  });
};

const pairReading = (facts: DyadFacts, pair: number, i: number, j: number, overLags: Float64Array): DyadReading => {
  const { table, names, members, shared } = facts;
  const base = {
    i,
    j,
    a: names[i] ?? "",
    b: names[j] ?? "",
    beyondChance: false,
    commonShare: table.common[pair] ?? 0,
  };
  const why = whyWithheld(facts, pair, i, j);
  if (why !== undefined) return { ...base, verdict: "withheld", ...why };
  const status = table.status[pair] ?? WITHHELD;
  const windowS = (table.to - table.from) / FRAME_HZ;
  const order = NM_ORDERS[table.order[pair] ?? 0] ?? [1, 1];
  const isEqual = order[0] === order[1];
  const evidence = isEqual && shared !== undefined ? shared : evidenceOf(table, pair, windowS);
  const judged: Judgement = judge(status === EARLY ? { ...NO_EVIDENCE, windowS, members: 2 } : evidence);
  const { finding } = judged;
  const beyondChance = status === SCORED && evidence.p <= ALPHA;
  const at = pair * STATISTIC_COUNT;
  const tempoHz = table.tempoHz[pair] ?? NaN;
  const a = members[i];
  const b = members[j];
  const stride = isEqual && tempoHz > 0 ? facts.lags(i, j, overLags) : 0;
  const signKnown = a?.signKnown === true && b?.signKnown === true;
  const lead: Lead | undefined = stride > 0 ? leadOf(overLags, stride, tempoHz, signKnown) : undefined;
  const isDecided = judged.verdict === "in-sync" || judged.verdict === "not-in-sync";
  return present<DyadReading>({
    ...base,
    verdict: judged.verdict,
    reasonCode: judged.reasonCode,
    reason: judged.reason,
    secondsUntilVerdict: judged.secondsUntilVerdict,
    statistic: finding?.statistic,
    score: isDecided || beyondChance ? finding?.value : undefined,
    chance: finding?.chance,
    p: status === SCORED ? (shared === evidence ? shared.p : table.jointP[pair]) : undefined,
    q: shared === evidence ? undefined : table.q[pair],
    beyondChance,
    order: tempoHz > 0 ? order : undefined,
    plv: Math.min(1, Math.hypot(table.re[pair] ?? NaN, table.im[pair] ?? NaN)),
    cos: table.observed[at],
    offsetRad: Math.atan2(table.im[pair] ?? NaN, table.re[pair] ?? NaN),
    envelope: table.observed[at + 2],
    lagged:
      lead === undefined ? undefined : present<NonNullable<DyadReading["lagged"]>>({ r: lead.r, lagS: lead.leadS }),
    leadS: beyondChance ? lead?.leadS : undefined,
    beyondPacer: beyondPacer(table, pair),
  });
};

/** The matrix, from its table. */
export const readDyads = (facts: DyadFacts): DyadMatrix => {
  const { table, members, originMicros } = facts;
  const overLags = new Float64Array(LAGS);
  const pairs: DyadReading[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      pairs.push(pairReading(facts, pairIndex(i, j, members.length), i, j, overLags));
    }
  }
  const verdicts: readonly Verdict[] = pairs.map(({ verdict }) => verdict);
  return {
    estimator: ESTIMATOR_VERSION,
    startMicros: originMicros + table.from * FRAME_MICROS,
    endMicros: originMicros + table.to * FRAME_MICROS,
    windowS: (table.to - table.from) / FRAME_HZ,
    delayMicros: Math.max(0, facts.nowFrame + 1 - table.to) * FRAME_MICROS,
    falseDiscoveryRate: FALSE_DISCOVERY_RATE,
    tested: verdicts.filter((v) => v !== "withheld").length === 0 ? 0 : table.tested,
    beyondChance: pairs.filter((p) => p.beyondChance).length,
    pairs,
  };
};
