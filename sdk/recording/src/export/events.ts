import type { RecordedSession } from "../api.ts";
import type { WearerEntry } from "../entries.ts";

/** Something that happened, on one line with all the others. */
export interface SessionEvent {
  readonly tMicros: number;
  readonly kind: "activity" | "tempo" | "stop" | "wearer" | "marker" | "note" | "impression" | "check-in" | "check-out";
  readonly member?: number;
  /** Beats a minute, for `tempo`. */
  readonly bpm?: number;
  readonly text: string;
}

/** Whoever stops their band rests. */
const WEARER_WORDS: Readonly<Record<WearerEntry["action"], string>> = {
  stop: "rest",
  resume: "resume",
  dim: "dim",
  tap: "tap",
  manner: "another manner",
  ownRhythm: "a rhythm of their own",
};

/** Everything that happened, by time. */
export const eventsOf = (session: RecordedSession): readonly SessionEvent[] => {
  const events: SessionEvent[] = [
    ...session.activities.map(({ tMicros, exercise }) => ({ tMicros, kind: "activity" as const, text: exercise })),
    ...session.plans.map(({ fromMicros, bpm }) => ({
      tMicros: fromMicros,
      kind: "tempo" as const,
      bpm,
      text: `${String(bpm)} beats/min`,
    })),
    ...session.stops.map(({ tMicros }) => ({ tMicros, kind: "stop" as const, text: "all bands rest" })),
    ...session.wearerEvents.map(({ tMicros, member, action }) => ({
      tMicros,
      member,
      kind: "wearer" as const,
      text: WEARER_WORDS[action],
    })),
    ...session.markers.map(({ tMicros, label = "" }) => ({ tMicros, kind: "marker" as const, text: label })),
    ...session.notes.map(({ tMicros, about, text }) => ({ tMicros, kind: about, text })),
    ...session.words.map(({ tMicros, member, at, text }) => ({ tMicros, member, kind: at, text })),
  ];
  return events.sort((a, b) => a.tMicros - b.tMicros);
};

/** What people wrote or said stays at home: only what a machine could have written travels to other tools. */
export const travellingEvents = (session: RecordedSession): readonly SessionEvent[] =>
  eventsOf(session).filter(({ kind }) => !["note", "impression", "check-in", "check-out"].includes(kind));
