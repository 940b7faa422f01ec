import type { BandMicros, ClockMap, MessageOf, SessionMicros } from "@entrain/protocol";
import type { At } from "./at.ts";
import type { ScoringSettings, SessionMember, SoftwareVersions } from "./config-parts.ts";
import type { ExerciseState } from "./exercise-state.ts";
import type { LeadEntry } from "./lead-state.ts";
import type { MirroredEntry, MirrorEntry, OnsetEntry, WristEntry } from "./mirror-entries.ts";

export type * from "./config-parts.ts";
export * from "./mirror-entries.ts";

/** Another file: such as the one whose readings were computed anew with other settings. */
export interface LayerOf {
  readonly sessionId: string;
  readonly file: string;
}

/** The first entry of every file. */
export interface ConfigEntry extends At<"config"> {
  readonly formatVersion: 1;
  readonly sessionId: string;
  readonly title: string;
  /** Wall clock at `tMicros`, ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly simulated: boolean;
  readonly software: SoftwareVersions;
  /** The place in this list is the `member` of all other entries. */
  readonly members: readonly SessionMember[];
  readonly scoring: ScoringSettings;
  readonly theme?: string;
  readonly exercise?: string;
  /** Kinds of entries that were left out on purpose, such as `frame` where no raw motion is kept. */
  readonly omitted?: readonly string[];
  readonly layerOf?: LayerOf;
  /** The file that this one goes on with, where the program that recorded had ended in the middle of a session. */
  readonly continues?: LayerOf;
}

/** One line of a band as it was received, newline excluded, whole or damaged. */
export interface FrameEntry extends At<"frame"> {
  readonly member: number;
  readonly line: Uint8Array;
}

/** The four timestamps of one clock exchange, and the map that held from then on (none before the first good one). */
export interface ClockEntry extends At<"clock"> {
  readonly member: number;
  readonly hostSentMicros: SessionMicros;
  readonly bandReceivedMicros: BandMicros;
  readonly bandSentMicros: BandMicros;
  readonly hostReceivedMicros: SessionMicros;
  readonly map?: ClockMap;
}

/** What a band is, and whether it can be heard; written whenever that changes. */
export interface BandEntry extends At<"band"> {
  readonly member: number;
  readonly state: "connecting" | "measuring" | "ready" | "no-signal" | "closed";
  /** What the band last said of itself, firmware and interpreter versions included. */
  readonly info?: Omit<MessageOf<"hello">, "kind">;
}

/** The beat of all: a plan, and from when it holds. Sent to every band but those of {@link MemberPlanEntry}. */
export interface PlanEntry extends At<"plan"> {
  readonly fromMicros: SessionMicros;
  /** Beats of the plans before; the plan's own count from here on. */
  readonly beatsBefore: number;
  readonly bpm: number;
  /** Present where movement is not compared with this beat. */
  readonly scored?: false;
  /** The fields of the protocol's `plan`; segments as an array. */
  readonly plan: Omit<MessageOf<"plan">, "kind" | "segments"> & { readonly segments: readonly number[] };
}

/** A plan that some members got in place of the beat of all: their role, a cue, or silence. */
export interface MemberPlanEntry extends At<"memberPlan"> {
  readonly members: readonly number[];
  readonly fromMicros: SessionMicros;
  readonly plan: PlanEntry["plan"];
}

/**
 * Where a group is in an exercise, written whenever that changes: 'now, next, ends at'. Once it has ended, or rests
 * until somebody goes on, no beat counts any more.
 */
export interface StepEntry extends At<"step"> {
  readonly exercise: ExerciseState;
}

/** The facilitator stopped every band. */
export type StopEntry = At<"stop">;

/** A pulse as a motor played it. */
export interface PulseEntry extends At<"pulse"> {
  readonly member: number;
  readonly onMicros: SessionMicros;
  readonly plannedMicros: SessionMicros;
  readonly durationMicros: number;
  readonly pulseIndex: number;
  readonly revision: number;
  /** 0 to 255. */
  readonly strength: number;
}

export interface WearerEntry extends At<"wearer"> {
  readonly member: number;
  readonly action: "stop" | "resume" | "dim" | "tap" | "manner" | "ownRhythm";
  /** 0 to 255. */
  readonly wearerCap: number;
}

export interface HealthEntry extends At<"health"> {
  readonly member: number;
  readonly health: Omit<MessageOf<"health">, "kind">;
}

/** A band reported an error; codes as in the protocol. */
export interface FaultEntry extends At<"fault"> {
  readonly member: number;
  readonly code: number;
  readonly detail: number;
}

/** One publication of a reading: everything up to `readAtMicros` was scored, and this came out. */
export interface TickEntry extends At<"tick"> {
  readonly readAtMicros: number;
  /** CRC-32 of the reading as JSON in UTF-8: two readings with the same digest are the same to the last bit. */
  readonly digest: number;
}

/** The whole reading of the tick before it; one in {@link TICKS_PER_READING}. Names in it are pseudonyms. */
export interface ReadingEntry extends At<"reading"> {
  /** A `Reading` of `@entrain/synchrony`. */
  readonly reading: unknown;
}

/** A text of the facilitator; `impression` is what they felt before they saw any figure. */
export interface NoteEntry extends At<"note"> {
  readonly about: "note" | "impression";
  readonly text: string;
}

/** A moment that somebody wanted to find again. */
export interface MarkerEntry extends At<"marker"> {
  readonly label?: string;
}

/** A member's own word when they came or before they went. Never scored. */
export interface WordEntry extends At<"word"> {
  readonly member: number;
  readonly at: "check-in" | "check-out";
  readonly text: string;
}

/**
 * What a member can agree to or refuse. Of what was recorded: `raw-export`, `research`, `report`. While it runs:
 * `live-out`, that their movement is sent on to other programs; `scoring`, that it counts in the group's scores;
 * `raw-recording`, that it is kept as the band sent it; `felt-by-others`, that their movement reaches another's wrist, and
 * `feel-others`, that another's reaches theirs: both only where it was said; `pulses`, that their band pulses at all, and
 * `shown`, that they are seen where others look on.
 */
export const CONSENT_USES = [
  "raw-export",
  "research",
  "report",
  "live-out",
  "scoring",
  "raw-recording",
  "felt-by-others",
  "feel-others",
  "pulses",
  "shown",
] as const;
export type ConsentUse = (typeof CONSENT_USES)[number];

/** Whether a member agrees to a use; the last one counts. */
export interface ConsentEntry extends At<"consent"> {
  readonly member: number;
  readonly use: ConsentUse;
  readonly given: boolean;
}

/** What the group does from now on. */
export interface ActivityEntry extends At<"activity"> {
  readonly exercise: string;
  readonly theme?: string;
}

/** A member joined or left the scoring ('listening'). */
export interface PresenceEntry extends At<"presence"> {
  readonly member: number;
  readonly present: boolean;
}

/** What a member wants of any exercise, at the beginning where that is anything, and at every change. */
export interface SettingsEntry extends At<"settings"> {
  readonly member: number;
  /** `PersonSettings` of `@entrain/pacing`. */
  readonly settings: unknown;
}

export type Entry =
  | ConfigEntry
  | FrameEntry
  | ClockEntry
  | BandEntry
  | PlanEntry
  | MemberPlanEntry
  | StepEntry
  | StopEntry
  | PulseEntry
  | OnsetEntry
  | MirroredEntry
  | MirrorEntry
  | WristEntry
  | WearerEntry
  | HealthEntry
  | FaultEntry
  | TickEntry
  | ReadingEntry
  | NoteEntry
  | MarkerEntry
  | WordEntry
  | ConsentEntry
  | ActivityEntry
  | PresenceEntry
  | LeadEntry
  | SettingsEntry;

export type EntryKind = Entry["kind"];
export type EntryOf<Kind extends EntryKind> = Extract<Entry, { readonly kind: Kind }>;

/** A full reading is kept once in so many ticks: one a second. The others can be computed anew, and checked by digest. */
export const TICKS_PER_READING = 25;
