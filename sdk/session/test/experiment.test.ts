import { type ExperimentDocument, experimentProblems, layExperiment, trialList } from "@entrain/pacing";
import { openSession, type RecordedSession, sourceOf, trialsExport } from "@entrain/recording";
import { mulberry32 } from "@entrain/synchrony";
import { beforeAll, describe, expect, test } from "vitest";
import { command, readyRoom } from "./room.ts";

const DOCUMENT: ExperimentDocument = {
  format: 1,
  name: "two-trials",
  title: "Two trials",
  purpose: "To see that trials are found again.",
  restSeconds: 5,
  conditions: {
    jittered: { stimulus: "virtual", bpm: 120, beats: 32, jitterPercent: 20 },
    later: {
      stimulus: "virtual",
      bpm: 100,
      beats: 16,
      perturbations: [{ kind: "phase", beat: 9, byMillis: 80 }],
    },
  },
  blocks: [{ title: "Main", conditions: ["jittered", "later"], repetitions: 1, order: "shuffled" }],
};

describe("an experiment that is run", () => {
  const exercise = layExperiment({ document: DOCUMENT, seed: 9, random: mulberry32(9), exerciseOf: () => undefined });
  const trials = trialList(exercise);
  let session: RecordedSession;
  let pulses: readonly { readonly t: number; readonly strength: number }[] = [];

  beforeAll(async () => {
    expect(experimentProblems(DOCUMENT, () => undefined)).toEqual([]);
    const room = await readyRoom({ seed: 5, windowS: 8, exercises: [exercise] });
    await command(room, { kind: "exercise", act: "start", name: exercise.name });
    await room.pass(54);
    await room.close();
    session = await openSession(sourceOf(room.file.bytes.slice()), "room");
    const played: { t: number; strength: number }[] = [];
    for await (const entry of session.entries("pulse"))
      if (entry.member === 0) played.push({ t: entry.plannedMicros, strength: entry.strength });
    pulses = played;
  }, 120_000);

  test("bands pulse at the times of the plan, earlier by what their motor takes to be felt, to the millisecond", () => {
    const begun = session.steps.find(({ exercise: { trial } }) => trial !== undefined)?.tMicros ?? 0;
    const origin = begun - (trials[0]?.startMicros ?? 0);
    const cueless = trials.flatMap(({ stimuli }) => stimuli.flatMap(({ tMicros }) => tMicros));
    expect(cueless).toHaveLength(48);
    const byStrength = new Map<number, number[]>();
    for (const t of cueless) {
      const near = pulses.reduce((best, each) =>
        Math.abs(each.t - origin - t) < Math.abs(best.t - origin - t) ? each : best,
      );
      const early = byStrength.get(near.strength) ?? [];
      byStrength.set(near.strength, early);
      early.push(origin + t - near.t);
    }
    for (const [strength, early] of byStrength) {
      expect(Math.max(...early) - Math.min(...early), `strength ${String(strength)}`).toBeLessThan(1_000);
      expect(Math.min(...early)).toBeGreaterThan(0);
      expect(Math.max(...early)).toBeLessThan(150_000);
    }
  });

  test("the file names block and trial, and the export has one row a trial", async () => {
    const files = await Promise.all(
      trialsExport(session).files.map(async (file) => {
        let text = "";
        for await (const piece of file.bytes()) text += new TextDecoder().decode(piece);
        return [file.path, text] as const;
      }),
    );
    const text = new Map(files);
    const [heading = "", ...rows] = (text.get("trials.csv") ?? "").trim().split(/\r?\n/);
    const cells = rows.map((row): Record<string, string> =>
      Object.fromEntries(row.split(",").map((cell, i) => [heading.split(",")[i] ?? "", cell] as const)),
    );
    expect(cells.map((row) => [row["trial"], row["block"], row["condition"]])).toEqual(
      trials.map(({ trial, block, condition }) => [String(trial), block, condition]),
    );
    cells.forEach((row, i) => {
      const { startMicros = 0, endMicros = 0 } = trials[i] ?? {};
      expect(Math.abs(Number(row["duration_s"]) - (endMicros - startMicros) / 1e6)).toBeLessThan(0.01);
    });
    expect(text.get("methods.txt")).toMatch(/"two-trials" was run with seed 9: 2 of 2 trials in 1 block \(Main\)/);
    expect(text.get("methods.txt")).toMatch(/phase \+80 ms at beat 9/);
  });
});
