import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  emptyGroupPhase,
  groupPhase,
  GroupPhaseScratch,
  kuramotoWeakNull,
  phaseLocking,
  phasorTable,
  type PhasorTable,
  recurrence,
  symbolicEntropyNats,
  syncIndex,
  teamSpectra,
} from "@entrain/synchrony";
import { oscillators } from "./oscillators.ts";
import { type Row, shown } from "./row.ts";
import { medianMicros } from "./statistics.ts";

/** Short work in more rounds: the first dozens run before the engine has compiled it. */
const ROUNDS = { 8: 101, 30: 7 } as const;
const TARGET = "≥ 10 ×";

/**
 * Milliseconds of multiSyncPy 0.1.2 for the same work on one core of an AMD EPYC: the least of what was ever measured, mostly
 * with numpy 1.24, scipy 1.10 and scikit-learn 1.2 (with numpy 2.4 and scipy 1.17 its spectra take twenty times as long).
 * On the same machine in turn, both busy, it is slower, and so is what stands here. ρ and the weak null are given phases
 * there, phasors here: each is what its analytic signal gives. Its two spectral figures are two calls, here they are one.
 */
const MULTI_SYNC_PY_MS = {
  8: { rho: 16, coherence: 34, csd: 44, entropy: 54, syncIndex: 239, weakNull: 2.9, mdrqa: 74 },
  30: { rho: 150, coherence: 1600, csd: 2400, entropy: 500, syncIndex: 7000, weakNull: 9.9 },
} as const;

const stretch = (table: PhasorTable, from: number, to: number): PhasorTable => ({
  members: table.members,
  points: to - from,
  cos: table.cos.subarray(from * table.members, to * table.members),
  sin: table.sin.subarray(from * table.members, to * table.members),
  mask: table.mask.subarray(from * table.members, to * table.members),
});

const benchGroup = (members: 8 | 30, seconds: number): readonly Row[] => {
  const theirs = MULTI_SYNC_PY_MS[members];
  const signals = oscillators(members, seconds);
  const table = phasorTable(signals);
  const scratch = new GroupPhaseScratch(members);
  const out = emptyGroupPhase();
  const samples = [0, 1, 2, 3, 4, 5].map((k) => stretch(table, 2000 * k, 2000 * k + 2000));
  const tenth = signals.map((signal) => signal.filter((_, i) => i % 10 === 0));
  const works: readonly (readonly [string, () => void, number?])[] = [
    ["analytic signals, phasors", () => phasorTable(signals)],
    ["phase locking of all pairs", () => phaseLocking(table)],
    ["cluster-phase ρ (with R, unbiased R², member ρ)", () => groupPhase(table, scratch, out), theirs.rho],
    ["weak null, 6 × 20 s", () => kuramotoWeakNull(samples), theirs.weakNull],
    ["coherence (with sum-normalised CSD)", () => teamSpectra(signals), theirs.coherence],
    ["sum-normalised CSD (with coherence)", () => teamSpectra(signals), theirs.csd],
    ["both, beside both", () => teamSpectra(signals), theirs.coherence + theirs.csd],
    ["symbolic entropy", () => symbolicEntropyNats(signals), theirs.entropy],
    ["synchronisation index", () => syncIndex(signals), theirs.syncIndex],
    ...(members === 8
      ? [["MdRQA of every tenth sample", () => recurrence(tenth, { radius: 1.5 }), MULTI_SYNC_PY_MS[8].mdrqa] as const]
      : []),
  ];
  return works.map(([what, work, theirsMs]) => {
    const ms = medianMicros(ROUNDS[members], work) / 1000;
    return {
      what: `offline, ${String(members)} × ${String(seconds)} s at 100 Hz: ${what}`,
      value:
        theirsMs === undefined
          ? `${shown(ms)} ms`
          : `${shown(ms)} ms (multiSyncPy at its fastest ${shown(theirsMs)} ms: ${shown(theirsMs / ms)} ×)`,
      ...(theirsMs !== undefined && { target: TARGET }),
    };
  });
};

/** Recurrence of ten minutes at full rate, in a process of its own, so that nothing else counts. */
const benchRecurrence = (): Row => {
  const script = fileURLToPath(new URL("recurrence-child.ts", import.meta.url));
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, script], { encoding: "utf8" });
  const [seconds = NaN, megabytes = NaN] = stdout.trim().split(" ").map(Number);
  return {
    what: "offline, MdRQA of 8 × 600 s at 100 Hz (60,000 points): processor time, most memory (RSS)",
    value: `${shown(seconds)} s, ${shown(megabytes)} MB`,
    target: "≤ 1,000 MB",
  };
};

/** Each figure of whole recordings, beside the package that is in use today. */
export const benchOffline = (): readonly Row[] => [...benchGroup(8, 120), ...benchGroup(30, 600), benchRecurrence()];
