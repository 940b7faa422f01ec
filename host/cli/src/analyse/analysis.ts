import {
  emptyGroupPhase,
  groupPhase,
  GroupPhaseScratch,
  laggedCorrelation,
  lockingValue,
  type LockingMatrix,
  nmLocking,
  partialLockingValue,
  phaseLocking,
  phasorTable,
  type PhasorTable,
  pickPeak,
  recurrence,
  relativePhaseRad,
  symbolicEntropyNats,
  syncIndex,
  teamSpectra,
} from "@entrain/synchrony";
import type { Members } from "./members.ts";
import type { AnalyseSettings } from "./settings.ts";

type Figure = number | null;
type Row = readonly Figure[];
type Matrix = readonly Row[];

/** What `entrain analyse --json` prints; analyse.schema.json describes it. Null: not defined for these columns. */
export interface Analysis {
  readonly samples: number;
  readonly rate: number;
  readonly members: readonly string[];
  readonly kuramotoR: Figure;
  readonly unbiasedR2: Figure;
  readonly clusterRho: Figure;
  readonly memberRho: Row;
  readonly memberOffsetRad: Row;
  readonly plv: Matrix;
  readonly relativePhaseRad: Matrix;
  readonly coherence: Figure;
  readonly sumNormalizedCsd: Figure;
  readonly symbolicEntropyNats: Figure;
  readonly syncIndex: Figure;
  readonly pacerPlv?: Row;
  readonly partialPlv?: Matrix;
  readonly nmPlv?: Matrix;
  readonly lagged?: readonly (readonly { readonly peakR: Figure; readonly peakLagS: Figure }[])[];
  readonly mdrqa?: {
    readonly rec: Figure;
    readonly det: Figure;
    readonly meanDiagonal: Figure;
    readonly maxDiagonal: Figure;
  };
}

const figure = (value: number | undefined): Figure => (value !== undefined && Number.isFinite(value) ? value : null);

/** A figure that cannot exceed 1 but for its last digit. */
const share = (value: number | undefined): Figure => figure(value === undefined ? undefined : Math.min(1, value));

const square = <T>(count: number, cell: (i: number, j: number) => T): T[][] =>
  Array.from({ length: count }, (_, i) => Array.from({ length: count }, (__, j) => cell(i, j)));

type GroupFigures = Pick<Analysis, "kuramotoR" | "unbiasedR2" | "clusterRho" | "memberRho" | "memberOffsetRad">;

/** The group's figures need every member to have a phase; a member's own need two who have one. */
const groupFigures = ({ signals, flat }: Members, table: PhasorTable): GroupFigures => {
  const scratch = new GroupPhaseScratch(table.members);
  const group = emptyGroupPhase();
  groupPhase(table, scratch, group);
  const isWhole = group.coverage > 0 && !flat.includes(true);
  const ofMember = (value: (k: number) => number | undefined): Figure[] =>
    signals.map((_, k) => (group.coverage > 0 && (scratch.memberRho[k] ?? 0) > 0 ? figure(value(k)) : null));
  return {
    kuramotoR: isWhole ? share(group.orderParameter) : null,
    unbiasedR2: isWhole ? share(group.unbiasedR2) : null,
    clusterRho: isWhole ? share(group.clusterRho) : null,
    memberRho: ofMember((k) => Math.min(1, scratch.memberRho[k] ?? NaN)),
    memberOffsetRad: ofMember((k) => Math.atan2(scratch.offsetSin[k] ?? NaN, scratch.offsetCos[k] ?? NaN)),
  };
};

const lockingFigures = (matrix: LockingMatrix, members: number): Pick<Analysis, "plv" | "relativePhaseRad"> => ({
  plv: square(members, (i, j) => share(lockingValue(matrix, i, j))),
  relativePhaseRad: square(members, (i, j) => figure(relativePhaseRad(matrix, i, j))),
});

const pacerFigures = (matrix: LockingMatrix, members: number): Pick<Analysis, "pacerPlv" | "partialPlv"> => ({
  pacerPlv: Array.from({ length: members }, (_, k) => share(lockingValue(matrix, k, members))),
  partialPlv: square(members, (i, j) => figure(partialLockingValue(matrix, i, j, members))),
});

/** Figures of multiSyncPy: none of them has a place for a gap. */
const teamFigures = ({
  signals,
  flat,
  gappy,
}: Members): Pick<Analysis, "coherence" | "sumNormalizedCsd" | "symbolicEntropyNats" | "syncIndex"> => {
  if (flat.includes(true) || gappy.includes(true))
    return { coherence: null, sumNormalizedCsd: null, symbolicEntropyNats: null, syncIndex: null };
  const { coherence, sumNormalizedCsd } = teamSpectra(signals);
  return {
    coherence: share(coherence),
    sumNormalizedCsd: share(sumNormalizedCsd),
    symbolicEntropyNats: figure(symbolicEntropyNats(signals)),
    syncIndex: figure(syncIndex(signals)),
  };
};

const laggedFigures = ({ signals, flat }: Members, lags: number, rateHz: number): NonNullable<Analysis["lagged"]> => {
  const peaks = square(signals.length, (i, j) =>
    i < j ? pickPeak(laggedCorrelation(signals[i] as Float64Array, signals[j] as Float64Array, lags)) : undefined,
  );
  return square(signals.length, (i, j) => {
    if (i === j) return flat[i] === true ? { peakR: null, peakLagS: null } : { peakR: 1, peakLagS: 0 };
    const peak = i < j ? peaks[i]?.[j] : peaks[j]?.[i];
    // 0 − lag: no −0 where the two move at once.
    const lag = peak === undefined ? undefined : i < j ? peak.lag : 0 - peak.lag;
    return { peakR: figure(peak?.peakR), peakLagS: figure(lag === undefined ? undefined : lag / rateHz) };
  });
};

const mdrqaFigures = (
  { signals, gappy }: Members,
  { radius, decimate }: NonNullable<AnalyseSettings["mdrqa"]>,
): NonNullable<Analysis["mdrqa"]> => {
  const kept = signals.map((signal) => (decimate === 1 ? signal : signal.filter((_, i) => i % decimate === 0)));
  const found = gappy.includes(true) ? undefined : recurrence(kept, { radius });
  return {
    rec: figure(found?.rec),
    det: figure(found?.det),
    meanDiagonal: figure(found?.meanDiagonal),
    maxDiagonal: figure(found?.maxDiagonal),
  };
};

/** The classical, unguarded figures of the literature: chance gives them too. */
export const analyse = (members: Members, settings: AnalyseSettings): Analysis => {
  const { signals, pacer } = members;
  const count = signals.length;
  const table = phasorTable(signals);
  const matrix = phaseLocking(pacer === undefined ? table : phasorTable([...signals, pacer]));
  const nm = settings.nm === undefined ? undefined : nmLocking(table, ...settings.nm);
  return {
    samples: members.samples,
    rate: settings.rateHz,
    members: members.names,
    ...groupFigures(members, table),
    ...lockingFigures(matrix, count),
    ...teamFigures(members),
    ...(pacer !== undefined && pacerFigures(matrix, count)),
    ...(nm !== undefined && { nmPlv: square(count, (i, j) => share(lockingValue(nm, i, j))) }),
    ...(settings.lags !== undefined && { lagged: laggedFigures(members, settings.lags, settings.rateHz) }),
    ...(settings.mdrqa !== undefined && { mdrqa: mdrqaFigures(members, settings.mdrqa) }),
  };
};
