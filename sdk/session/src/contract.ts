import type { PersonSettings } from "@entrain/pacing";
import type { ConsentUse, ExerciseState, LeadState, WristChoice } from "@entrain/recording";
import type { Reading } from "@entrain/synchrony";
import type { DyadsView } from "./dyad-view.ts";
import type { GroupDocument } from "./group/group-document.ts";
import type { ExerciseCard } from "./exercise/exercise-card.ts";
import type { MirrorView } from "./mirror/mirror-run.ts";
import type { WayCommand, WayView } from "./way-contract.ts";

export type * from "./way-contract.ts";

/**
 * What a page or any other viewer sees of a session, and what it may ask of it. Plain data, as JSON; the server sends it
 * over HTTP, and a page in the same program may hold the session itself.
 */

/** What a person's band is doing, in the words that the page shows. Someone who opted out looks like someone resting. */
export type BandStatus = "connecting" | "resting" | "playing" | "no-signal";

export interface BandView {
  /** Index of the member in the reading. */
  readonly member: number;
  readonly name: string;
  readonly board: string;
  readonly status: BandStatus;
  /** 0 to 100, or undefined where the band does not know. */
  readonly batteryPercent?: number;
  /** Bound of the clock error, once there is a clock map. */
  readonly clockErrorMicros?: number;
  /** The band said that its wearer stopped it. Shown to the facilitator as 'resting'. */
  readonly restedByWearer: boolean;
  /** Present until the wearer has said yes to pulses, by the hold on the band that means 'go'; nothing is pulsed before. */
  readonly awaitsYes?: true;
  /** Present where the member does not agree that their own movement is sent on to other programs. */
  readonly keptPrivate?: true;
  /** What the member has said to each use, yes or no; a use that is not there was not spoken of. */
  readonly consents?: Partial<Record<ConsentUse, boolean>>;
  /** What the member wants of any exercise; present where that is anything. */
  readonly settings?: PersonSettings;
  /** Frames that arrived damaged. */
  readonly framesBad: number;
}

/** The last stop-all: which bands have not yet confirmed that their motor is off. */
export interface StopView {
  readonly state: "none" | "waiting" | "confirmed";
  readonly unconfirmed: readonly string[];
}

export interface PacerView {
  readonly bpm: number;
  readonly beatsPerBar: number;
  /** Position at the time of the view; undefined while nothing plays. */
  readonly beat?: number;
}

/** Whether what happens is kept, and where; absent where it is not. */
export interface RecordingView {
  /** `trouble`: nothing can be written now; the session goes on without. */
  readonly state: "on" | "trouble";
  readonly file: string;
  readonly message?: string;
}

/** How far a replay of a recorded session has come. */
export interface ReplayView {
  readonly state: "running" | "paused" | "ended";
  readonly atS: number;
  readonly lengthS: number;
  /** Times real time. */
  readonly speed: number;
}

export interface SessionView {
  /** Session time of this view. */
  readonly tMicros: number;
  readonly title: string;
  /** True where the bands, or the people, are simulated; the page says so. */
  readonly simulated: boolean;
  /** The member whose band leads the session, where one does. */
  readonly facilitator?: number;
  readonly playing: boolean;
  readonly pacer: PacerView;
  readonly bands: readonly BandView[];
  readonly reading: Reading;
  /** By member, the movement at the reading's time, in thousandths of a g: a point of their trace. Absent in a replay. */
  readonly movementMilliG?: readonly number[];
  readonly stop: StopView;
  /** Where the group is in an exercise; absent where there is none. */
  readonly exercise?: ExerciseState;
  /** What reaches whose wrist; absent in a replay. */
  readonly mirror?: MirrorView;
  /** What was last decided of the group's tempo, and why; absent where no step is led. */
  readonly lead?: LeadState;
  /** The member who feels an exercise before the others do; absent outside previews. */
  readonly preview?: number;
  readonly way?: WayView;
  readonly recording?: RecordingView;
  readonly replay?: ReplayView;
}

export type SessionCommand =
  | { readonly kind: "start" }
  | { readonly kind: "stop-all" }
  /** Lets go: an exercise ends as its document says, a plain beat fades. */
  | { readonly kind: "end" }
  /**
   * One member feels an exercise, softly, and nobody else anything; nothing of it is scored. Without `name` the preview
   * ends. Refused while something plays for all, and until that member has said yes on the band.
   */
  | { readonly kind: "preview"; readonly member: number; readonly name: string }
  | { readonly kind: "preview"; readonly name?: undefined }
  /** @see MIN_BPM and MAX_BPM in \@entrain/pacing */
  | { readonly kind: "tempo"; readonly bpm: number }
  /** What reaches somebody's wrist. Refused where it wants a consent that was not given. */
  | { readonly kind: "wrist"; readonly member: number; readonly source: WristChoice }
  /** Refused where anything is less gentle than what the person wants; absent fields are as they want them. */
  | { readonly kind: "settings"; readonly member: number; readonly settings: PersonSettings }
  | ExerciseCommand
  | WayCommand
  | KeepCommand;

/**
 * What is asked of an exercise. `interrupt` does another in the middle of what runs, which then goes on. `next` and
 * `back` take effect at a bar line, after the cue. `swap`: after the cue, too, first and second of each pair change
 * places, or the lead goes on to the next in the circle; the step goes on for what is left of it. `let-go`: where the
 * tempo is led or attuned, the pulse fades. `tap`: a beat tapped on a keyboard.
 */
export type ExerciseCommand =
  | {
      readonly kind: "exercise";
      readonly act: "start";
      readonly name: string;
      /** How it is done, as its document names it. */
      readonly variant?: string;
      /** Exercises that follow it, by name. */
      readonly then?: readonly string[];
      /** Place of the step to begin with, from 0. Default 0. */
      readonly step?: number;
    }
  | { readonly kind: "exercise"; readonly act: "interrupt"; readonly name: string; readonly variant?: string }
  | { readonly kind: "exercise"; readonly act: "next" | "back" | "pause" | "resume" | "swap" | "let-go" | "tap" }
  | { readonly kind: "exercise"; readonly act: "leader"; readonly member: number };

/**
 * What people say during a session, kept in their words. Refused where nothing is recorded, but for the consents that act
 * at once: `live-out`, `scoring`, `felt-by-others`, `feel-others`, `pulses` and `shown`.
 */
export type KeepCommand =
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "marker"; readonly label?: string }
  | { readonly kind: "word"; readonly member: number; readonly at: "check-in" | "check-out"; readonly text: string }
  | {
      readonly kind: "consent";
      readonly member: number;
      readonly use: ConsentUse;
      readonly given: boolean;
    }
  | { readonly kind: "activity"; readonly exercise: string; readonly theme?: string };

/** What a server needs of a session. */
export interface SessionPort {
  /** The exercises that can be asked for by name. */
  exercises(): readonly ExerciseCard[];
  view(): SessionView;
  /** Who moves with whom now: computed when asked, a few times a second at most. Undefined where nobody is compared. */
  dyads?(): DyadsView | undefined;
  /** Calls back with every published view, 25 times a second; returns the way to end it. */
  subscribe(callback: (view: SessionView) => void): () => void;
  /** Resolves once the command is under way; rejects with an Error whose message a person can read. */
  command(command: SessionCommand): Promise<void>;
  /** Groups that are kept on this machine; undefined where none are. */
  groups?(): Promise<readonly GroupDocument[]>;
  /** The page to look back on the last session with, as HTML. @throws Error where nothing was kept of it */
  lookBack?(): Promise<string>;
}
