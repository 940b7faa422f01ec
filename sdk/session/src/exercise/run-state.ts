import { type Cast, type ExerciseDocument, type ExerciseStep, rolesOf } from "@entrain/pacing";
import type { ExerciseState, StepWords } from "@entrain/recording";
import type { ExerciseRunOpts } from "./run-opts.ts";
import { lineAt } from "./spoken-line.ts";
import type { StandingStep } from "./standing-step.ts";

export type RunPhase = ExerciseState["state"];

const wordsOf = ({ title, say }: ExerciseStep): StepWords => ({ title, ...(say !== undefined && { say }) });

/** How a run stands, in plain data. */
export const stateOf = (
  document: ExerciseDocument,
  state: RunPhase,
  place: number,
  cast: Cast,
  standing: StandingStep | undefined,
  { scheduler, resumes }: ExerciseRunOpts,
): ExerciseState => {
  const { name, title, steps, ending } = document;
  const now = steps[place];
  const next = steps[place + 1];
  const isEnding = state === "ending" || state === "ended";
  const isSpoken = state === "running" || state === "cue" || state === "count-in";
  const line = isSpoken && standing !== undefined ? lineAt(standing, scheduler.nowMicros()) : undefined;
  return {
    name,
    title,
    state,
    step: place,
    steps: steps.length,
    now: isEnding
      ? { title: "Ending", ...(ending.say !== undefined && { say: ending.say }) }
      : now === undefined
        ? { title }
        : wordsOf(now),
    ...(!isEnding && next !== undefined && { next: wordsOf(next) }),
    ...(standing?.endsMicros !== undefined && { endsMicros: standing.endsMicros }),
    score: isEnding ? "none" : (now?.score ?? "none"),
    roles: now === undefined ? [] : rolesOf(now, cast).map(({ plays }) => plays),
    ...(now?.roles.some(({ who }) => who === "leader" || who === "others") === true && { leader: cast.leader }),
    ...(line !== undefined && { line }),
    ...(!isEnding && now?.trial !== undefined && { trial: now.trial }),
    ...(resumes !== undefined && { resumes: resumes.title }),
  };
};
