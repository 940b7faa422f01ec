import { consentOf, type ExportedReading, type RecordedSession } from "@entrain/recording";
import { type Labelled, type Span, stretches } from "./spans.ts";

/** In the words that a page shows. */
export type Doing = "moving" | "finding" | "resting" | "no-signal";

const DOING: Readonly<Record<string, Doing>> = {
  ok: "moving",
  acquiring: "finding",
  "ambiguous-tempo": "finding",
  still: "resting",
  dropout: "no-signal",
};

export interface TempoPoint {
  readonly tS: number;
  readonly bpm: number;
}

export interface PersonModel {
  /** Place in `config.members`. */
  readonly member: number;
  readonly name: string;
  readonly doing: readonly Labelled<Doing>[];
  readonly tempo: readonly TempoPoint[];
  /** Seconds in which it can be told whether they moved with the pulse, and those in which they did. */
  readonly pulseKnownS: number;
  readonly withPulseS: number;
}

const MICROS = 1e6;
const PER_MINUTE = 60;

/** From a press that stops the band to the next that goes on. */
const restedSpans = (session: RecordedSession, member: number): readonly Span[] => {
  const spans: { startS: number; endS: number }[] = [];
  for (const { member: of, action, tMicros } of session.wearerEvents) {
    if (of !== member) continue;
    const tS = (tMicros - session.tStartMicros) / MICROS;
    const last = spans.at(-1);
    if (action === "stop" && last?.endS !== Infinity) spans.push({ startS: tS, endS: Infinity });
    else if (action === "resume" && last?.endS === Infinity) last.endS = tS;
  }
  return spans;
};

/** When a member is not to be looked at: from then on they look like someone who is resting. */
const hidden = (session: RecordedSession, member: number): ((tS: number) => boolean) => {
  if (consentOf(session, member, "report") === false || consentOf(session, member, "scoring") === false)
    return () => true;
  const spans = restedSpans(session, member);
  return (tS) => spans.some(({ startS, endS }) => tS >= startS && tS < endS);
};

/** One person over time. @param readings - by time, about one a second */
export const personModel = (
  session: RecordedSession,
  readings: readonly ExportedReading[],
  member: number,
  name: string,
): PersonModel => {
  const isHidden = hidden(session, member);
  const seconds = readings.map((reading, k) => {
    const startS = (reading.tMicros - session.tStartMicros) / MICROS;
    const next = readings[k + 1];
    const endS = next === undefined ? startS + 1 : (next.tMicros - session.tStartMicros) / MICROS;
    const of = reading.members[member];
    const label: Doing = isHidden(startS) ? "resting" : (DOING[of?.state ?? "dropout"] ?? "no-signal");
    return { startS, endS, label, of: label === "moving" ? of : undefined };
  });
  const paced = seconds.filter(({ of }) => of?.withPacer !== undefined);
  return {
    member,
    name,
    doing: stretches(seconds),
    tempo: seconds.flatMap(({ startS, of }) =>
      of?.tempoHz === undefined ? [] : [{ tS: startS, bpm: of.tempoHz * PER_MINUTE }],
    ),
    pulseKnownS: paced.length,
    withPulseS: paced.filter(({ of }) => of?.withPacer === true).length,
  };
};
