import type { ExerciseDocument } from "@entrain/pacing";

/** What plays outside exercises, as a document: what was interrupted can go on. */
export const steadyBeat = (bpm: number): ExerciseDocument => ({
  format: 1,
  name: "steady-beat",
  title: "Steady beat",
  purpose: "One beat for all.",
  suitability: [],
  steps: [
    {
      title: "Steady beat",
      lasts: { until: "next" },
      tempo: { source: "fixed", bpm },
      roles: [{ who: "everyone", plays: "pattern" }],
      score: "with-the-pulse",
    },
  ],
  ending: { fadeSeconds: 5 },
});
