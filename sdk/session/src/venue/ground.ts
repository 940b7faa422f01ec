import type { OpenLink } from "@entrain/band";
import type { ExerciseDocument } from "@entrain/pacing";
import type { LastSession } from "../contract.ts";
import type { GroupDocument } from "../group/group-document.ts";
import type { HeldClock } from "../record/held-clock.ts";
import type { Recorder } from "../record/recorder.ts";
import type { OpenState } from "./open-state.ts";

/** A place where a band may hang. */
export interface FoundPort {
  /** The same each time it is found. */
  readonly id: string;
  readonly label: string;
  readonly openLink: OpenLink;
  /** Where its wearer is virtual: told when somebody has it, and is asked to say yes. */
  readonly onSeated?: () => void;
  /** Where its wearer is virtual: how they take part. */
  readonly persona?: PersonaDial;
}

export interface PersonaDial {
  readonly choices: readonly string[];
  now(): string;
  /** @throws Error where it is none of the choices */
  become(persona: string): void;
}

/** Where bands are found, and the clock that they go by. */
export interface Ground {
  readonly scheduler: HeldClock;
  /** False where bands and people are virtual. */
  readonly real: boolean;
  find(): Promise<readonly FoundPort[]>;
  close(): void;
}

/** Groups as they are kept. Every method rejects with an Error that a person can read. */
export interface GroupStore {
  list(): Promise<readonly GroupDocument[]>;
  save(group: GroupDocument): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface RecordingAsked {
  readonly title: string;
  readonly names: readonly string[];
  readonly simulated: boolean;
  readonly scheduler: HeldClock;
  readonly groupId: string;
  /** The session that this one goes on with, after a break. */
  readonly continues?: OpenState["recording"];
}

export interface OpenRecording {
  readonly recorder: Recorder;
  readonly path: string;
  close(): Promise<void>;
}

/** What the host program lends: everything that is not the same in a browser. */
export interface VenueOpts {
  readonly ground: Ground;
  /** Virtual people; where the ground itself is virtual, a new one all the same. */
  readonly openTry: () => Ground;
  readonly exercises: readonly ExerciseDocument[];
  readonly seed: number;
  readonly bpm: number;
  readonly groups?: GroupStore;
  readonly startRecording?: (asked: RecordingAsked) => Promise<OpenRecording>;
  /** Writes a page about a session file. */
  readonly report?: (path: string, last: LastSession) => Promise<string>;
  /** What is remembered of an open session, for a program that ends without having closed it. */
  readonly memory?: OpenMemory;
}

export interface OpenMemory {
  /** What was open when the program ended, and for how long nobody has written of it; undefined where all was closed. */
  load(): Promise<{ readonly state: OpenState; readonly ageS: number } | undefined>;
  save(state: OpenState): Promise<void>;
  clear(): Promise<void>;
}
