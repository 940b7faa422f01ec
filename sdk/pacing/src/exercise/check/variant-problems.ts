import type { ExerciseDocument } from "../document.ts";
import { withVariant } from "../variant.ts";
import { type Problem, shown } from "./schema-problems.ts";
import { stepProblems } from "./step-problems.ts";

/** Everything that is wrong with the variants of an exercise that is right itself: each is laid out and proved as it is. */
export const variantProblems = (document: ExerciseDocument): readonly Problem[] => {
  const { variants = [], steps } = document;
  const problems: Problem[] = [];
  variants.forEach((variant, i) => {
    const path = `/variants/${String(i)}`;
    if (variants.findIndex(({ name }) => name === variant.name) < i)
      problems.push({ path: `${path}/name`, expected: "each name once", found: variant.name });
    const { steps: changes = [] } = variant;
    changes.forEach(({ step }, k) => {
      const at = `${path}/steps/${String(k)}/step`;
      if (step > steps.length)
        problems.push({ path: at, expected: `a step from 1 to ${String(steps.length)}`, found: shown(step) });
      else if (changes.findIndex((each) => each.step === step) < k)
        problems.push({ path: at, expected: "each step once", found: shown(step) });
    });
    for (const problem of stepProblems(withVariant(document, variant))) {
      const [, place = "", rest = ""] = /^\/steps\/(\d+)(.*)$/s.exec(problem.path) ?? [];
      const change = changes.findIndex(({ step }) => step === Number(place) + 1);
      problems.push({ ...problem, path: change < 0 ? path : `${path}/steps/${String(change)}${rest}` });
    }
  });
  return problems;
};
