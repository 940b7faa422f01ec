import type { Problem } from "@entrain/pacing";
import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { stepOfProblem } from "./problems.ts";

/** All that is to mend, each a way to the step that it is in. */
export const FaultList = ({
  problems,
  onChoose,
}: {
  readonly problems: readonly Problem[];
  readonly onChoose: (step: number) => void;
}): VNode | null =>
  problems.length === 0 ? null : (
    <ul class="faults">
      {problems.map((problem, i) => {
        const { path, expected, found } = problem;
        const fault = t("editor.fault", { expected, found });
        const step = stepOfProblem(problem);
        return (
          <li key={i}>
            {step === undefined ? (
              t("editor.badAll", { where: path, fault })
            ) : (
              <button type="button" onClick={() => onChoose(step)}>
                {t("editor.badIn", { number: step + 1, fault })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
