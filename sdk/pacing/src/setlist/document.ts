/** Exercises that follow each other, each after the cue of the one before. `setlist.schema.json` says the same. */
export interface SetlistDocument {
  readonly $schema?: string;
  readonly format: 1;
  /** Small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly exercises: readonly SetlistEntry[];
}

export interface SetlistEntry {
  /** A shipped exercise by name, or a document beside the list: `my-walk.json`. */
  readonly exercise: string;
  /** How it is done: `seated`. */
  readonly variant?: string;
}
