import type { ExerciseCard, SessionCommand, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { exerciseWords } from "../words/exercise-words.ts";
import { t } from "../words/t.ts";
import { ExerciseChoice } from "./exercise-choice.tsx";
import { ExerciseLine } from "./exercise-line.tsx";

type Act = Extract<SessionCommand, { readonly kind: "exercise" }>;

export interface ExerciseBarProps {
  readonly view: SessionView;
  readonly cards: readonly ExerciseCard[];
  readonly ask: (command: Act) => void;
}

const BREATH = "one-minute-breath";

/** Now, next, ends at; the whole of it as a line; and the ways on. */
export const ExerciseBar = ({ view, cards, ask }: ExerciseBarProps): VNode | null => {
  const { exercise, tMicros } = view;
  const words = exerciseWords(view);
  if (exercise === undefined && cards.length === 0) return null;
  const isOver = exercise === undefined || exercise.state === "ended";
  const isHeld = exercise?.state === "paused" || exercise?.state === "stopped";
  const button = (label: string, act: Act, disabled: boolean): VNode => (
    <button type="button" disabled={disabled} onClick={() => ask(act)}>
      {label}
    </button>
  );
  return (
    <section class="exercise" aria-label={t("exercise.label")}>
      {words !== undefined && (
        <div class="exercise-words">
          <p class="exercise-now">
            <strong>{words.now}</strong> <span class="ends">{words.ends}</span>
          </p>
          <p class="say">{words.say}</p>
          <p class="next">{words.next}</p>
        </div>
      )}
      {exercise !== undefined && <ExerciseLine exercise={exercise} tMicros={tMicros} cards={cards} />}
      <div class="exercise-ways">
        {!isOver && (
          <>
            {button(t("exercise.goBack"), { kind: "exercise", act: "back" }, exercise.step === 0)}
            {isHeld
              ? button(t("exercise.goOn"), { kind: "exercise", act: "resume" }, false)
              : button(t("exercise.pause"), { kind: "exercise", act: "pause" }, false)}
            {button(t("exercise.goNext"), { kind: "exercise", act: "next" }, false)}
          </>
        )}
        {cards.some(({ name }) => name === BREATH) &&
          button(
            t("exercise.breath"),
            { kind: "exercise", act: "interrupt", name: BREATH },
            exercise?.name === BREATH && !isOver,
          )}
        <ExerciseChoice cards={cards} onBegin={(name) => ask({ kind: "exercise", act: "start", name })} />
      </div>
    </section>
  );
};
