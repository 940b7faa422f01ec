import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { SpokenLine } from "@entrain/recording";
import { type StandingStep, timeOfBar } from "./standing-step.ts";

/** Beats of a line, counted from the first reading on. */
interface Place {
  readonly first: number;
  readonly after: number;
}

const placeAt = ({ laid, course, originMicros }: StandingStep, tMicros: SessionMicros): Place | undefined => {
  const beats = laid.speech?.beats;
  if (beats === undefined) return undefined;
  const now = Math.max(0, Math.floor(course.beatAt(Math.max(0, tMicros - originMicros)) + 1e-9));
  const reading = now - (now % beats.length);
  const line = beats[now % beats.length]?.line;
  return {
    first: reading + beats.findIndex((beat) => beat.line === line),
    after: reading + beats.findLastIndex((beat) => beat.line === line) + 1,
  };
};

/** What is spoken at a time; undefined where nothing is. */
export const lineAt = (standing: StandingStep, tMicros: SessionMicros): SpokenLine | undefined => {
  const place = placeAt(standing, tMicros);
  const { speech } = standing.laid;
  if (place === undefined || speech === undefined) return undefined;
  const beats = speech.beats.slice(place.first % speech.beats.length).slice(0, place.after - place.first);
  const line = beats[0]?.line ?? 0;
  const isLast = timeOfBar(standing, place.after) >= (standing.endsMicros ?? Infinity) - 1;
  const next = isLast ? undefined : speech.lines[(line + 1) % speech.lines.length]?.text;
  return {
    text: speech.lines[line]?.text ?? "",
    place: line,
    lines: speech.lines.length,
    beats: beats.map(({ at }, i) => ({ at, tMicros: timeOfBar(standing, place.first + i) })),
    ...(next !== undefined && { next }),
  };
};

/** When the line after the one at a time begins; undefined where there is none. */
export const nextLineMicros = (standing: StandingStep, tMicros: SessionMicros): SessionMicros | undefined => {
  const place = placeAt(standing, tMicros);
  if (place === undefined) return undefined;
  const next = timeOfBar(standing, place.after);
  return next < (standing.endsMicros ?? Infinity) - 1 ? sessionMicros(next) : undefined;
};
