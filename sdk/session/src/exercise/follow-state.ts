import type { SessionMicros } from "@entrain/protocol";
import type { ExerciseState } from "@entrain/recording";
import type { Pacer } from "../pacer.ts";

const RESTS: ReadonlySet<ExerciseState["state"]> = new Set(["paused", "stopped", "ended"]);

/** Whether an exercise is under way, also where nothing is pulsed in it. */
export const isUnderWay = (exercise: ExerciseState | undefined): boolean =>
  exercise !== undefined && !RESTS.has(exercise.state);

const isSameMoment = (a: ExerciseState | undefined, b: ExerciseState): boolean =>
  a !== undefined && a.name === b.name && a.step === b.step && a.state === b.state;

/** Ends the beat of all where an exercise comes to a step without one, or to rest; live and in a replay. */
export const followState = (
  pacer: Pacer,
  before: ExerciseState | undefined,
  after: ExerciseState,
  tMicros: SessionMicros,
): void => {
  if (isSameMoment(before, after) || after.state === "cue") return;
  const hasBeat = after.state !== "wearers" && after.roles.some((role) => role === "pattern" || role === "breath");
  if (!isUnderWay(after) || !hasBeat) pacer.stop(tMicros);
};
