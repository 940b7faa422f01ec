import type { SessionCommand, SessionView } from "@entrain/session";
import type { VNode } from "preact";
import type { HostLink } from "../api.ts";
import { exerciseWords } from "../words/exercise-words.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";

export interface ExerciseBarProps {
  readonly link: HostLink;
  readonly view: SessionView;
  readonly onRefused: (message: string) => void;
}

type Act = Extract<SessionCommand, { readonly kind: "exercise" }>;

const BREATH = "one-minute-breath";

/** Now, next, ends at; and the ways on. */
export const ExerciseBar = ({ link, view, onRefused }: ExerciseBarProps): VNode | null => {
  const words = exerciseWords(view);
  if (words === undefined || view.exercise === undefined) return null;
  const { state, name, step } = view.exercise;
  const send = (command: Act): void => {
    link.send(command).catch((error: unknown) => {
      onRefused(messageOf(error, t("exercise.refused")));
    });
  };
  const isOver = state === "ended";
  const isHeld = state === "paused" || state === "stopped";
  const button = (label: string, command: Act, disabled: boolean): VNode => (
    <button type="button" disabled={disabled} onClick={() => send(command)}>
      {label}
    </button>
  );
  return (
    <section class="exercise" aria-label={t("exercise.label")}>
      <p>
        <strong>{words.now}</strong> <span>{words.ends}</span> <span class="quiet">{words.next}</span>
      </p>
      {words.say !== "" && <p class="say">{words.say}</p>}
      <div>
        {button(t("exercise.goBack"), { kind: "exercise", act: "back" }, isOver || step === 0)}
        {button(t("exercise.goNext"), { kind: "exercise", act: "next" }, isOver)}
        {isHeld
          ? button(t("exercise.goOn"), { kind: "exercise", act: "resume" }, false)
          : button(t("exercise.pause"), { kind: "exercise", act: "pause" }, isOver)}
        {button(t("exercise.breath"), { kind: "exercise", act: "interrupt", name: BREATH }, isOver || name === BREATH)}
      </div>
    </section>
  );
};
