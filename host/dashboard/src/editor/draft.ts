import type { ExerciseDocument, ExerciseStep, StepLength, StepRole, StepTempo } from "@entrain/pacing";

/** An exercise to begin with. */
export const newDraft = (): ExerciseDocument => ({
  format: 1,
  name: "my-exercise",
  title: "My exercise",
  purpose: "What it is for, in a sentence.",
  suitability: ["Whom it suits, what to look out for."],
  steps: [newStep()],
  ending: { fadeSeconds: 8 },
});

/** A step to begin with. */
export const newStep = (): ExerciseStep => ({
  title: "Step",
  lasts: { seconds: 60 },
  tempo: { source: "fixed", bpm: 90 },
  roles: [{ who: "everyone", plays: "pattern" }],
  score: "with-the-pulse",
});

type Source = Exclude<StepTempo["source"], "intervals">;

/** A tempo of each kind to begin with. `settings` of led ones stay with whoever edits the file. */
export const NEW_TEMPO: { readonly [S in Source]: Extract<StepTempo, { readonly source: S }> } = {
  fixed: { source: "fixed", bpm: 90 },
  ramp: { source: "ramp", fromBpm: 90, toBpm: 72, overSeconds: 60 },
  keep: { source: "keep" },
  breath: { source: "breath", breathsPerMinute: 6, inhale: 4, exhale: 6 },
  tap: { source: "tap", by: "keyboard", bpm: 90 },
  speech: { source: "speech", bpm: 80, text: "|Row, |row, |row your |boat" },
  attune: { source: "attune", bpm: 90 },
  lead: { source: "lead", bpm: 90, targetBpm: 72 },
  leader: { source: "leader", bpm: 90 },
  partner: { source: "partner", bpm: 90, correctionShare: 0.5 },
  none: { source: "none" },
};
export const SOURCES = Object.keys(NEW_TEMPO) as readonly Source[];

export type LengthKind = "seconds" | "bars" | "breaths" | "readings" | "next" | "wearers";
export const LENGTH_KINDS: readonly LengthKind[] = ["seconds", "bars", "breaths", "readings", "next", "wearers"];

export const NEW_LENGTH: Readonly<Record<LengthKind, StepLength>> = {
  seconds: { seconds: 60 },
  bars: { bars: 16 },
  breaths: { breaths: 10 },
  readings: { readings: 2 },
  next: { until: "next" },
  wearers: { until: "wearers", seconds: 20 },
};

export const lengthKindOf = (lasts: StepLength): LengthKind =>
  "until" in lasts ? lasts.until : (LENGTH_KINDS.find((kind) => kind in lasts) ?? "seconds");

export type Plays = StepRole["plays"];
export const PLAYS: readonly Plays[] = ["pattern", "breath", "mirror", "listen", "rest"];

export const newRole = (who: StepRole["who"], plays: Plays): StepRole =>
  plays === "mirror" ? { who, plays, of: "leader" } : { who, plays };

/** A step whose tempo is of another kind, with what must go along with it. */
export const withSource = (step: ExerciseStep, source: Source): ExerciseStep => {
  const tempo = NEW_TEMPO[source];
  const { metre: _metre, ...rest } = step;
  if (source === "speech")
    return { ...rest, tempo, lasts: NEW_LENGTH.readings, score: "none", roles: allPlay("pattern") };
  if (source === "breath") return { ...step, tempo, lasts: NEW_LENGTH.breaths, roles: allPlay("breath") };
  const wasOther = step.tempo.source === "speech" || step.tempo.source === "breath";
  const lasts = "readings" in step.lasts || "breaths" in step.lasts ? NEW_LENGTH.seconds : step.lasts;
  if (source === "none") return { ...step, tempo, lasts, score: "with-each-other", roles: allPlay("listen") };
  return { ...step, tempo, lasts, ...(wasOther && { roles: allPlay("pattern"), score: "with-the-pulse" as const }) };
};

const allPlay = (plays: Plays): readonly StepRole[] => [newRole("everyone", plays)];
