import type { SessionMicros } from "@entrain/protocol";

/** A person in a file goes by a pseudonym; names stand in a list beside the files. */
export interface SessionMember {
  readonly pseudonym: string;
  readonly placement: "wrist" | "ankle" | "waist" | "hand";
}

export interface SoftwareVersions {
  /** Of the program that recorded. */
  readonly entrain: string;
  /** Of the engine that computed the readings: the same engine gives the same numbers to the last bit. */
  readonly engine: string;
  readonly runtime: string;
}

/** Everything that the engine was set to. */
export interface ScoringSettings {
  /** Of the chance floors: an unsigned 32-bit number. */
  readonly seed: number;
  readonly windowS: number;
  readonly tStartMicros: SessionMicros;
}
