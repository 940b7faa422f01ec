import type { SpokenLine } from "@entrain/recording";
import type { SessionView } from "@entrain/session";
import { clockText } from "./timeline-text.ts";

const TOLD = new Set(["count-in", "running", "wearers", "ending", "paused", "stopped", "ended"]);

/** Says at every step what is now, what is next, and when it ends. */
export const sayExercise = (say: (line: string) => void): ((view: SessionView) => void) => {
  let last = "";
  let spoken: SpokenLine | undefined;
  return ({ exercise, tMicros }) => {
    if (exercise === undefined || !TOLD.has(exercise.state)) return;
    const { title, state, now, next, endsMicros, line } = exercise;
    const isNewLine = line !== undefined && line.beats[0]?.tMicros !== spoken?.beats[0]?.tMicros;
    if (isNewLine) say(`  ${line.text}`);
    spoken = line;
    const key = `${title} ${String(exercise.step)} ${state}`;
    if (key === last) return;
    last = key;
    const then = next === undefined ? "" : `, next: ${next.title}`;
    const ends = endsMicros === undefined ? "" : `, for ${clockText(endsMicros - tMicros)}`;
    say(state === "running" ? `${title}: ${now.title}${ends}${then}` : `${title}: ${now.title} (${state})`);
  };
};

/** Says each decision about the group's tempo, in words. */
export const sayLead = (say: (line: string) => void): ((view: SessionView) => void) => {
  let last: SessionView["lead"];
  return ({ lead }) => {
    if (lead !== undefined && lead.readAtMicros !== last?.readAtMicros) say(lead.words);
    last = lead;
  };
};
