import { describe, expect, it } from "vitest";
import {
  emptyGroupPhase,
  groupPhase,
  GroupPhaseScratch,
  kuramotoWeakNull,
  laggedCorrelation,
  lockingValue,
  nmLocking,
  partialLockingValue,
  phaseLocking,
  phasorTable,
  phasorTableOf,
  type PhasorTable,
  pickPeak,
  recurrence,
  relativePhaseRad,
  symbolicEntropyNats,
  syncIndex,
  teamSpectra,
  trialPhaseCorrection,
} from "../src/index.ts";
import { columnsOf, type Expected, firstDifference, goldenCase, missing } from "./vectors.ts";

const group = (table: PhasorTable) => {
  const scratch = new GroupPhaseScratch(table.members);
  const out = emptyGroupPhase();
  groupPhase(table, scratch, out);
  return {
    ...out,
    memberRho: Array.from(scratch.memberRho),
    offsets: Array.from(scratch.offsetCos, (c, k) => Math.atan2(scratch.offsetSin[k] ?? NaN, c)),
  };
};

const plvOf = (table: PhasorTable): number[][] => {
  const matrix = phaseLocking(table);
  const members = Array.from({ length: table.members }, (_, k) => k);
  return members.map((i) => members.map((j) => lockingValue(matrix, i, j)));
};

const WINDOWS = ["full", "uncoupled_0_40s", "partial_40_80s", "locked_80_120s"];

describe.skipIf(missing !== "")(`the vectors of other packages${missing}`, () => {
  it.each(WINDOWS)("eight oscillators, %s: phases", (window) => {
    const { input, rows, independent = {}, multiSyncPy = {} } = goldenCase(`kuramoto_n8/${window}`);
    const table = phasorTable(columnsOf(input, rows));
    const found = group(table);
    expect(
      firstDifference(
        [found.orderParameter, (found.unbiasedR2 * 7 + 1) / 8, found.clusterRho, found.memberRho, found.offsets],
        [
          independent["kuramoto_r_mean"],
          independent["kuramoto_r2_mean"],
          multiSyncPy["rho_group_mean"],
          independent["rho_individual"],
          independent["mean_relphase_individual_rad"],
        ],
      ),
    ).toBeUndefined();
    const matrix = phaseLocking(table);
    const members = Array.from({ length: 8 }, (_, k) => k);
    expect(firstDifference(plvOf(table), independent["plv_matrix"])).toBeUndefined();
    expect(
      firstDifference(
        members.map((i) => members.map((j) => relativePhaseRad(matrix, i, j))),
        independent["mean_relphase_matrix_rad"],
      ),
    ).toBeUndefined();
  });

  it.each(WINDOWS)("eight oscillators, %s: spectra, entropy, recurrence", (window) => {
    const { input, rows, multiSyncPy = {} } = goldenCase(`kuramoto_n8/${window}`);
    const signals = columnsOf(input, rows);
    const { coherence, sumNormalizedCsd } = teamSpectra(signals);
    const tenth = signals.map((signal) => signal.filter((_, i) => i % 10 === 0));
    const found = recurrence(tenth, { radius: 1.5 });
    const expected = multiSyncPy["mdrqa_decim10_radius1.5"] as Expected;
    expect(
      firstDifference(
        [coherence, sumNormalizedCsd, symbolicEntropyNats(signals)],
        [multiSyncPy["coherence_team"], multiSyncPy["sum_normalized_csd"], multiSyncPy["symbolic_entropy_nats"]],
      ),
    ).toBeUndefined();
    expect(
      firstDifference(
        [found?.rec, found?.det, found?.meanDiagonal, found?.maxDiagonal],
        [expected["rec"], expected["det"], expected["mean_diag"], expected["max_diag"]],
      ),
    ).toBeUndefined();
  });

  it("synchronisation index, where rounding in others' linear algebra decides nothing", () => {
    const { input, rows, multiSyncPy = {} } = goldenCase("kuramoto_n8/uncoupled_0_40s");
    expect(syncIndex(columnsOf(input, rows))).toBe(multiSyncPy["sync_index_lag10"]);
  });

  it("cluster phase in windows of 10 s every 5 s", () => {
    const { input, expected } = goldenCase("kuramoto_n8/windowed_rho_10s_step5s");
    const signals = columnsOf(input);
    const found = (expected as unknown as number[]).map(
      (_, w) => group(phasorTable(signals.map((signal) => signal.subarray(500 * w, 500 * w + 1000)))).clusterRho,
    );
    expect(firstDifference(found, expected)).toBeUndefined();
  });

  it("weak null over six stretches of 20 s", () => {
    const { input, expected = {} } = goldenCase("kuramoto_n8/weak_null_6x20s");
    const signals = columnsOf(input);
    const found = kuramotoWeakNull(
      [0, 1, 2, 3, 4, 5].map((w) => phasorTable(signals.map((signal) => signal.subarray(2000 * w, 2000 * w + 2000)))),
    );
    expect(
      firstDifference([found.p, found.t, found.df], [expected["p"], expected["t"], expected["df"]]),
    ).toBeUndefined();
  });

  it("a follower 150 ms behind", () => {
    const { input, expected = {} } = goldenCase("dyad_lag150ms");
    const [leader = new Float64Array(0), follower = new Float64Array(0)] = columnsOf(input);
    const matrix = phaseLocking(phasorTable([leader, follower]));
    expect(
      firstDifference(
        [lockingValue(matrix, 0, 1), relativePhaseRad(matrix, 0, 1)],
        [expected["plv"], expected["mean_relphase_rad_leader_minus_follower"]],
      ),
    ).toBeUndefined();
    // The reference leaves 100 rows at both ends and shows 50 lags to each side.
    const lags = laggedCorrelation(leader, follower, 100);
    expect(firstDifference(Array.from(lags.subarray(50, 151)), expected["xcorr"])).toBeUndefined();
    expect(pickPeak(lags.slice(50, 151))?.lag).toBe(expected["xcorr_peak_lag_samples"]);
  });

  it("n:m locking", () => {
    const { input, expected = {} } = goldenCase("nm_locking");
    const table = phasorTable(columnsOf(input));
    const value = (n: number, m: number, j: number): number => lockingValue(nmLocking(table, n, m), 0, j);
    expect(
      firstDifference(
        [value(1, 1, 1), value(2, 1, 1), value(1, 1, 2), value(2, 1, 2), value(3, 2, 2), value(5, 3, 2)],
        [
          expected["plv_1_1_slow_double"],
          expected["plv_2_1_slow_double"],
          expected["plv_1_1_slow_unlocked"],
          expected["plv_2_1_slow_unlocked"],
          expected["plv_3_2_slow_unlocked"],
          expected["plv_5_3_slow_unlocked"],
        ],
      ),
    ).toBeUndefined();
  });

  it.each(["group4_pacer_only", "group4_mutual_only", "group4_neither", "group4_pacer_and_mutual"])("%s", (id) => {
    const { input, rows, expected = {} } = goldenCase(id);
    const [pacer = new Float64Array(0), ...members] = columnsOf(input, rows);
    const matrix = phaseLocking(phasorTable([...members, pacer]));
    const pairs = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j > i).map((j) => [i, j] as const));
    const plv = pairs.map(([i, j]) => lockingValue(matrix, i, j));
    expect(
      firstDifference(
        [
          [0, 1, 2, 3].map((k) => lockingValue(matrix, k, 4)),
          plv.reduce((sum, value) => sum + value, 0) / 6,
          pairs.map(([i, j]) => partialLockingValue(matrix, i, j, 4)),
          group(phasorTable(members)).clusterRho,
        ],
        [
          expected["plv_member_pacer"],
          expected["plv_pair_mean"],
          expected["pacer_partial_plv_pair"],
          expected["rho_group_members_only"],
        ],
      ),
    ).toBeUndefined();
  });

  it("gaps: pairwise complete", () => {
    const { input, expected = {} } = goldenCase("dropout_mask_truephase");
    const phases = columnsOf(input);
    const [who = [], from = [], to = []] = columnsOf("dropout_mask_kuramoto_n8.csv");
    Array.from(who).forEach((k, g) => phases[k]?.fill(NaN, from[g], to[g]));
    const table = phasorTableOf(phases);
    const found = group(table);
    expect(
      firstDifference(
        [plvOf(table), found.orderParameter, found.unbiasedR2],
        [
          expected["plv_matrix_pairwise_complete"],
          expected["kuramoto_r_mean_present_members"],
          expected["r_unbiased2_mean"],
        ],
      ),
    ).toBeUndefined();
  });

  it("phase correction .3 ± .05 from 400 taps with motor noise", () => {
    expect(trialPhaseCorrection(columnsOf("tapping_linear_phase_correction.csv"))).toBeCloseTo(0.3, 1);
  });
});
