import type { SessionView } from "@entrain/session";

export interface ExerciseWords {
  readonly now: string;
  /** Empty where there is nothing to say. */
  readonly next: string;
  readonly ends: string;
  readonly say: string;
}

const SECOND = 1e6;
const MINUTE = 60;

/** `1:05` */
const lengthText = (seconds: number): string =>
  `${String(Math.floor(seconds / MINUTE))}:${String(seconds % MINUTE).padStart(2, "0")}`;

const STATES = {
  "count-in": "counting in",
  running: "",
  cue: "changing now",
  wearers: "until everyone goes on at their band",
  ending: "growing softer",
  paused: "paused",
  stopped: "stopped",
  ended: "over",
} as const;

/** 'Now, next, ends at' of an exercise. */
export const exerciseWords = ({ exercise, tMicros }: SessionView): ExerciseWords | undefined => {
  if (exercise === undefined) return undefined;
  const { now, next, endsMicros, state, title, resumes } = exercise;
  const left = endsMicros === undefined ? undefined : Math.max(0, Math.ceil((endsMicros - tMicros) / SECOND));
  const after = next?.title ?? resumes ?? (state === "ending" || state === "ended" ? "" : "the ending");
  const stated = STATES[state];
  const open = state === "running" && left === undefined ? "until you go on" : "";
  return {
    now: now.title === title ? title : `${title}: ${now.title}`,
    next: after === "" ? "" : `Next: ${after}`,
    ends: stated !== "" ? stated : left === undefined ? open : `for ${lengthText(left)}`,
    say: now.say ?? "",
  };
};
