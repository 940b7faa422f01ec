import type {
  DyadsView,
  ExerciseCard,
  GroupDocument,
  SessionCommand,
  SessionView,
  ShelvedExercise,
} from "@entrain/session";

export type Reading = SessionView["reading"];
export type GroupReading = Reading["group"];
export type MemberReading = Reading["members"][number];
export type Score = NonNullable<GroupReading["score"]>;

/** `waiting`: no view has come yet; `gone`: views came, and come no more. */
export type Connection = "waiting" | "live" | "gone";

export interface HostWatcher {
  /** Each view as it arrives, about 25 a second. */
  readonly onView: (view: SessionView) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Where exercises are written and kept. All of these reject with an Error whose message a person can read. */
export interface Shelf {
  list(): Promise<readonly ShelvedExercise[]>;
  save(document: ShelvedExercise["document"]): Promise<void>;
  /** An English text with its marks. */
  mark(text: string): Promise<string>;
}

/** What the page needs of a session, over HTTP or in the same program. */
export interface HostLink {
  /** Returns the way to end it. */
  watch(watcher: HostWatcher): () => void;
  /** The exercises that can be asked for by name. */
  exercises(): Promise<readonly ExerciseCard[]>;
  /** Groups that are kept with the host program. */
  groups(): Promise<readonly GroupDocument[]>;
  /** Who moves with whom now; undefined where nobody can say. */
  dyads(): Promise<DyadsView | undefined>;
  /** Absent where exercises can be neither opened nor kept. */
  readonly shelf?: Shelf;
  /**
   * Resolves once the command is under way, with the session time from which on every view knows of it; rejects with an
   * Error whose message a person can read.
   */
  send(command: SessionCommand): Promise<{ readonly tMicros: number }>;
}
