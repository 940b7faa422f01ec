import type { ExerciseDocument } from "@entrain/pacing";
import type { ShelvedExercise } from "@entrain/session";
import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { newDraft } from "./draft.ts";

/** A shipped one is opened as a copy under another name: names of up to sixty characters. */
export const asCopy = (document: ExerciseDocument): ExerciseDocument => ({
  ...document,
  name: `my-${document.name}`.slice(0, 60).replace(/-+$/u, ""),
  title: t("editor.copyOf", { title: document.title }).slice(0, 80),
});

/** What there is to begin with. */
export const OpenList = ({
  shelved,
  onOpen,
}: {
  readonly shelved: readonly ShelvedExercise[];
  readonly onOpen: (document: ExerciseDocument) => void;
}): VNode => (
  <label class="open-list">
    {t("editor.open")}
    <select
      value=""
      onChange={({ currentTarget }) => {
        const chosen = shelved.find(({ document }) => document.name === currentTarget.value);
        if (currentTarget.value === "/") onOpen(newDraft());
        else if (chosen !== undefined) onOpen(chosen.own ? chosen.document : asCopy(chosen.document));
        currentTarget.value = "";
      }}
    >
      <option value="">…</option>
      <option value="/">{t("editor.openNew")}</option>
      {shelved.map(({ document: { name, title }, own }) => (
        <option key={name} value={name}>
          {t(own ? "editor.openOwn" : "editor.openShipped", { title })}
        </option>
      ))}
    </select>
  </label>
);
