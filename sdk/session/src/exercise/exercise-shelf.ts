import type { ExerciseDocument } from "@entrain/pacing";

export interface ShelvedExercise {
  readonly document: ExerciseDocument;
  /** The user's own; a shipped one cannot be changed, only copied. */
  readonly own: boolean;
}

/** Where exercises are kept whole, to be written and changed. Rejects with Errors that a person can read. */
export interface ExerciseShelf {
  /** Shipped ones, then the user's own, by name. */
  list(): readonly ShelvedExercise[];
  /** Keeps a document in place of the own one of its name, if it is an exercise; from then on it can be asked for. */
  save(document: unknown): Promise<void>;
  /** An English text with a mark before each syllable that is felt. */
  mark(text: string): Promise<string>;
}
