import type { VNode } from "preact";
import { t } from "../words/t.ts";
import type { Edit } from "./edit.ts";
import { NumberField, TextField } from "./field.tsx";

/** What an exercise is, beside its steps. */
export const AboutForm = ({ edit }: { readonly edit: Edit }): VNode => {
  const { suitability, people } = edit.draft;
  return (
    <fieldset class="about">
      <legend>{t("editor.about")}</legend>
      <TextField edit={edit} at="/title" label={t("editor.title")} />
      <TextField edit={edit} at="/name" label={t("editor.name")} />
      <TextField edit={edit} at="/purpose" label={t("editor.purpose")} rows={2} />
      {suitability.map((_, i) => (
        <TextField key={i} edit={edit} at={`/suitability/${String(i)}`} label={t("editor.suitability")} rows={2} />
      ))}
      <NumberField edit={edit} at="/groups" label={t("editor.groups")} step="1" />
      <NumberField edit={edit} at="/ending/fadeSeconds" label={t("editor.fadeSeconds")} />
      {people === undefined ? (
        <button type="button" onClick={() => edit.put("/people", { least: 2, most: 12 })}>
          {t("editor.people")}
        </button>
      ) : (
        <>
          <NumberField edit={edit} at="/people/least" label={t("editor.least")} step="1" />
          <NumberField edit={edit} at="/people/most" label={t("editor.most")} step="1" />
        </>
      )}
    </fieldset>
  );
};
