import type { ExerciseCard } from "@entrain/session";
import { useState } from "preact/hooks";
import type { VNode } from "preact";
import { t } from "../words/t.ts";

export interface ExerciseChoiceProps {
  readonly cards: readonly ExerciseCard[];
  readonly onBegin: (name: string) => void;
}

/** Another exercise, begun after the cue. Choosing begins nothing yet. */
export const ExerciseChoice = ({ cards, onBegin }: ExerciseChoiceProps): VNode | null => {
  const [name, setName] = useState("");
  if (cards.length === 0) return null;
  return (
    <span class="choice">
      <select aria-label={t("exercise.choose")} value={name} onChange={(event) => setName(event.currentTarget.value)}>
        <option value="">{t("exercise.another")}</option>
        {cards.map((card) => (
          <option key={card.name} value={card.name}>
            {card.title}
          </option>
        ))}
      </select>
      {name !== "" && (
        <button
          type="button"
          class="begin"
          onClick={() => {
            onBegin(name);
            setName("");
          }}
        >
          {t("exercise.begin")}
        </button>
      )}
    </span>
  );
};
