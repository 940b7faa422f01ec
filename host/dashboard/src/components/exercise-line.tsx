import type { ExerciseCard, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { stretchesOf } from "../run/timeline.ts";
import { t } from "../words/t.ts";
import { clockText } from "../words/text.ts";

export interface ExerciseLineProps {
  readonly exercise: NonNullable<SessionView["exercise"]>;
  readonly tMicros: number;
  readonly cards: readonly ExerciseCard[];
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The whole exercise as a line of its steps, and how far it has come. */
export const ExerciseLine = ({ exercise, tMicros, cards }: ExerciseLineProps): VNode => (
  <ol class="line" aria-label={t("exercise.steps")}>
    {stretchesOf(exercise, tMicros, cards).map(({ title, seconds, share, done }, place) => (
      <li
        key={place}
        class={place < exercise.step ? "past" : place === exercise.step ? "now" : "to-come"}
        aria-current={place === exercise.step ? "step" : undefined}
        style={{ flexGrow: share * 100 }}
      >
        <span class="line-track">
          <span class="line-done" style={{ width: percent(done) }} />
        </span>
        <span class="line-title">
          {title ?? t("exercise.stepOf", { step: place + 1, steps: exercise.steps })}{" "}
          <small>{seconds === undefined ? t("exercise.open") : clockText(seconds)}</small>
        </span>
      </li>
    ))}
  </ol>
);
