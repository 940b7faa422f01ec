import { type ExerciseDocument, readExercise } from "@entrain/pacing";

/** The shipped exercises as text, put here by the build (`vite.web.config.ts`). */
declare const ENTRAIN_EXERCISES: readonly string[];

export const shippedExercises = (): readonly ExerciseDocument[] =>
  ENTRAIN_EXERCISES.map((text) => readExercise(JSON.parse(text)));
