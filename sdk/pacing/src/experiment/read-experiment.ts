import { PacingError } from "../errors.ts";
import { type Problem, schemaProblems, shown } from "../exercise/check/schema-problems.ts";
import { stepProblems } from "../exercise/check/step-problems.ts";
import { parseMetre } from "../exercise/metre.ts";
import type { Condition, ExperimentDocument } from "./document.ts";
import { beatsOf } from "./intervals.ts";
import { EXPERIMENT_SCHEMA } from "./schema.ts";
import { type ExerciseOf, trialSteps } from "./trial-steps.ts";

const LONGEST_BAR = 6;
/** What is drawn where every interval is as short as it can be, and as long. */
const EXTREMES: readonly (() => number)[] = [() => 0, () => 1];
const MOST_TRIALS = 1_000;

const barProblems = (condition: Condition, path: string): readonly Problem[] => {
  if (condition.stimulus !== "virtual" && condition.stimulus !== "recorded") return [];
  const { step: { metre = "4" } = {}, perturbations = [] } = condition;
  const beats = beatsOf(condition);
  const problems: Problem[] = [];
  try {
    const { beatsPerBar } = parseMetre(metre);
    if (beatsPerBar > LONGEST_BAR)
      problems.push({
        path: `${path}/step/metre`,
        expected: `a bar of at most ${String(LONGEST_BAR)} beats`,
        found: metre,
      });
    if (beats % beatsPerBar !== 0)
      problems.push({ path, expected: `whole bars of ${String(beatsPerBar)}`, found: `${String(beats)} beats` });
  } catch (error) {
    if (!(error instanceof PacingError)) throw error;
    problems.push({ path: `${path}/step/metre`, expected: 'a metre such as "4"', found: metre });
  }
  perturbations.forEach((perturbation, i) => {
    const { beat } = perturbation;
    if ("byMillis" in perturbation === "byPercent" in perturbation)
      problems.push({
        path: `${path}/perturbations/${String(i)}`,
        expected: "either byMillis or byPercent",
        found: "byMillis" in perturbation ? "both" : "neither",
      });
    if (beat > beats)
      problems.push({
        path: `${path}/perturbations/${String(i)}/beat`,
        expected: `a beat from 2 to ${String(beats)}`,
        found: shown(beat),
      });
  });
  const corrects = condition.stimulus === "virtual" && condition.correctionShare !== undefined;
  if (corrects && (perturbations.length > 0 || condition.jitterPercent !== undefined))
    problems.push({
      path: `${path}/correctionShare`,
      expected: "neither jitter nor perturbations beside it",
      found: shown(condition.correctionShare),
    });
  return problems;
};

const conditionProblems = (condition: Condition, path: string, exerciseOf: ExerciseOf): readonly Problem[] => {
  if (condition.stimulus === "exercise") {
    const exercise = exerciseOf(condition.exercise);
    if (exercise === undefined)
      return [{ path: `${path}/exercise`, expected: "the name of a shipped exercise", found: condition.exercise }];
    if ((exercise.groups ?? 1) > 1)
      return [{ path: `${path}/exercise`, expected: "an exercise without subgroups", found: condition.exercise }];
    if (exercise.steps.some(({ lasts }) => "until" in lasts))
      return [
        { path: `${path}/exercise`, expected: "an exercise whose steps end by themselves", found: condition.exercise },
      ];
  }
  const problems = barProblems(condition, path);
  if (problems.length > 0) return problems;
  for (const random of EXTREMES) {
    const steps = trialSteps(condition, random, exerciseOf);
    const found = stepProblems({
      ...{ format: 1, name: "trial", title: "", purpose: "", suitability: [], ending: { fadeSeconds: 2 } },
      steps,
    });
    if (found.length > 0)
      return found.map((each) => ({ ...each, path: path + each.path.replace(/^\/steps\/\d+(?:\/tempo)?/, "") }));
  }
  return [];
};

/** Everything that is wrong with what should be an experiment; none: it is one, and whatever is drawn, all of it is safe. */
export const experimentProblems = (value: unknown, exerciseOf: ExerciseOf): readonly Problem[] => {
  const problems = [...schemaProblems(value, EXPERIMENT_SCHEMA)];
  if (problems.length > 0) return problems;
  const { conditions, blocks } = value as ExperimentDocument;
  blocks.forEach((block, i) => {
    block.conditions.forEach((name, k) => {
      if (Object.hasOwn(conditions, name)) return;
      const expected = `one of ${Object.keys(conditions).join(", ")}`;
      problems.push({ path: `/blocks/${String(i)}/conditions/${String(k)}`, expected, found: shown(name) });
    });
  });
  const trials = blocks.reduce((sum, block) => sum + block.conditions.length * block.repetitions, 0);
  if (trials > MOST_TRIALS)
    problems.push({ path: "/blocks", expected: `at most ${String(MOST_TRIALS)} trials`, found: String(trials) });
  for (const [name, condition] of Object.entries(conditions))
    problems.push(...conditionProblems(condition, `/conditions/${name}`, exerciseOf));
  return problems;
};
