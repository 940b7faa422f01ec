import type { SessionView } from "@entrain/session";
import { t } from "./t.ts";
import { clockText } from "./text.ts";

export interface ExerciseWords {
  readonly now: string;
  /** Empty where there is nothing to say. */
  readonly next: string;
  readonly ends: string;
  readonly say: string;
}

const SECOND = 1e6;

/** 'Now, next, ends at' of an exercise. */
export const exerciseWords = ({ exercise, tMicros }: SessionView): ExerciseWords | undefined => {
  if (exercise === undefined) return undefined;
  const { now, next, endsMicros, state, title, resumes } = exercise;
  const left = endsMicros === undefined ? undefined : Math.max(0, Math.ceil((endsMicros - tMicros) / SECOND));
  const isLast = state === "ending" || state === "ended";
  const after = next?.title ?? resumes ?? (isLast ? "" : t("exercise.theEnding"));
  const running = left === undefined ? t("exercise.untilYou") : t("exercise.for", { time: clockText(left) });
  return {
    now: now.title === title ? title : t("exercise.titled", { title, step: now.title }),
    next: after === "" ? "" : t("exercise.next", { what: after }),
    ends: state === "running" ? running : t(`exercise.${state}`),
    say: now.say ?? "",
  };
};
