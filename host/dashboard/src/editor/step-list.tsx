import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { newStep } from "./draft.ts";
import type { Edit } from "./edit.ts";
import { stepOfProblem } from "./problems.ts";
import { withInserted, withMoved, withoutAt } from "./pointer.ts";

interface StepListProps {
  readonly edit: Edit;
  readonly chosen: number;
  readonly onChoose: (step: number) => void;
}

/** The steps, one of which is chosen, and the ways to change their order. */
export const StepList = ({ edit, chosen, onChoose }: StepListProps): VNode => {
  const { steps } = edit.draft;
  const faulty = new Set(edit.problems.map(stepOfProblem));
  const put = (next: typeof steps, to: number): void => {
    edit.put("/steps", next);
    onChoose(Math.max(0, Math.min(next.length - 1, to)));
  };
  const step = steps[chosen];
  return (
    <nav class="step-list" aria-label={t("editor.steps")}>
      <ol>
        {steps.map(({ title }, i) => (
          <li key={i}>
            <button
              type="button"
              class={faulty.has(i) ? "faulty" : ""}
              aria-current={i === chosen ? "step" : undefined}
              onClick={() => onChoose(i)}
            >
              {t(faulty.has(i) ? "editor.stepFaulty" : "editor.step", { number: i + 1, title })}
            </button>
          </li>
        ))}
      </ol>
      <div class="step-acts">
        <button type="button" onClick={() => put(withInserted(steps, chosen + 1, newStep()), chosen + 1)}>
          {t("editor.addStep")}
        </button>
        {step !== undefined && (
          <button type="button" onClick={() => put(withInserted(steps, chosen + 1, step), chosen + 1)}>
            {t("editor.copyStep")}
          </button>
        )}
        <button
          type="button"
          disabled={chosen === 0}
          onClick={() => put(withMoved(steps, chosen, chosen - 1), chosen - 1)}
        >
          {t("editor.earlier")}
        </button>
        <button
          type="button"
          disabled={chosen >= steps.length - 1}
          onClick={() => put(withMoved(steps, chosen, chosen + 1), chosen + 1)}
        >
          {t("editor.later")}
        </button>
        <button type="button" disabled={steps.length < 2} onClick={() => put(withoutAt(steps, chosen), chosen)}>
          {t("editor.removeStep")}
        </button>
      </div>
    </nav>
  );
};
