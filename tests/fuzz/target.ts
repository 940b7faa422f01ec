export interface Faced {
  /** Bytes that a decoder was given. */
  readonly bytes: number;
  /** What was believed, or went wrong; empty where all is as it should be. */
  readonly faults: readonly string[];
}

/** A decoder, and what is thrown at it. The same seed throws the same. */
export interface Target {
  readonly name: string;
  /** What must hold, for the table. */
  readonly holds: string;
  /** Share of all bytes that this target gets. */
  readonly share: number;
  readonly round: (seed: number) => Faced | Promise<Faced>;
}
