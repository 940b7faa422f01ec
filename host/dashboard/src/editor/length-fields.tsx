import type { ExerciseStep } from "@entrain/pacing";
import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { LENGTH_KINDS, lengthKindOf, NEW_LENGTH } from "./draft.ts";
import type { Edit } from "./edit.ts";
import { ChoiceField, NumberField } from "./field.tsx";

/** Until when a step goes on. */
export const LengthFields = ({
  edit,
  at,
  step: { lasts },
}: {
  readonly edit: Edit;
  readonly at: string;
  readonly step: ExerciseStep;
}): VNode => {
  const kind = lengthKindOf(lasts);
  return (
    <fieldset>
      <legend>{t("editor.lasts")}</legend>
      <ChoiceField
        edit={edit}
        at={`${at}/lasts`}
        label={t("editor.until")}
        choices={LENGTH_KINDS}
        chosen={kind}
        wordFor={(each) => t(`editor.lasts.${each}`)}
        onChoose={(each) => edit.put(`${at}/lasts`, NEW_LENGTH[each])}
      />
      {kind !== "next" && (
        <NumberField
          edit={edit}
          at={`${at}/lasts/${kind === "wearers" ? "seconds" : kind}`}
          label={t(`editor.many.${kind}`)}
        />
      )}
    </fieldset>
  );
};
