import type { ExerciseDocument, ExerciseStep, StepRole, StepTempo } from "../exercise/document.ts";
import { parseMetre } from "../exercise/metre.ts";
import type { Condition } from "./document.ts";
import { beatsOf, intervalsOf, type PacedCondition } from "./intervals.ts";

/** A fifth of the shortest interval: then every pulse of a trial is as long as every other. */
const LONGEST_SHARE = 0.2;
const LONGEST_MILLIS = 100;
const EVERYONE: readonly StepRole[] = [{ who: "everyone", plays: "pattern" }];
const TITLE = "Trial";

/** Shipped exercises by name. */
export type ExerciseOf = (name: string) => ExerciseDocument | undefined;

const equallyLong = (roles: readonly StepRole[], shortestMicros: number): readonly StepRole[] => {
  const most = Math.floor((LONGEST_SHARE * shortestMicros) / 1_000);
  return roles.map((role) => {
    if (role.plays !== "pattern") return role;
    const { pulseMillis = LONGEST_MILLIS, subdivision = 1 } = role.pattern ?? {};
    const fitting = Math.max(1, Math.min(pulseMillis, Math.floor(most / subdivision)));
    return { ...role, pattern: { ...role.pattern, pulseMillis: fitting } };
  });
};

const pacedStep = (condition: PacedCondition, random: () => number): ExerciseStep => {
  const { step: { roles = EVERYONE, metre = "4", ...step } = {} } = condition;
  const intervals = intervalsOf(condition, random);
  const isPartner = condition.stimulus === "virtual" && condition.correctionShare !== undefined;
  const tempo: StepTempo = isPartner
    ? { source: "partner", bpm: condition.bpm, correctionShare: condition.correctionShare }
    : { source: "intervals", micros: intervals };
  return {
    title: TITLE,
    lasts: { bars: beatsOf(condition) / parseMetre(metre).beatsPerBar },
    tempo,
    metre,
    roles: equallyLong(roles, Math.min(...intervals)),
    score: "with-the-pulse",
    cue: false,
    ...step,
  };
};

/** The steps of one trial. What a condition says of a step comes before what an exercise says. */
export const trialSteps = (
  condition: Condition,
  random: () => number,
  exerciseOf: ExerciseOf,
): readonly ExerciseStep[] => {
  const { step = {} } = condition;
  switch (condition.stimulus) {
    case "virtual":
    case "recorded":
      return [pacedStep(condition, random)];
    case "live": {
      const { seconds, bpm } = condition;
      const roles: readonly StepRole[] = [
        { who: "leader", plays: "listen" },
        { who: "others", plays: "pattern" },
      ];
      const tempo: StepTempo = { source: "leader", bpm };
      return [{ title: TITLE, lasts: { seconds }, tempo, roles, score: "with-each-other", cue: false, ...step }];
    }
    case "none": {
      const roles: readonly StepRole[] = [{ who: "everyone", plays: "listen" }];
      const { seconds } = condition;
      const tempo: StepTempo = { source: "none" };
      return [{ title: TITLE, lasts: { seconds }, tempo, roles, score: "with-each-other", cue: false, ...step }];
    }
    case "exercise":
      return (exerciseOf(condition.exercise)?.steps ?? []).map((each) => ({ ...each, ...step }));
  }
};
