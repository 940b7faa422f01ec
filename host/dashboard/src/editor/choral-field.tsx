import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Shelf } from "../api.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";
import { type Edit, useField } from "./edit.ts";
import { TextField } from "./field.tsx";

/** A text to be spoken: marks are set by hand, or, of an English text, by the host program's dictionary first. */
export const ChoralField = ({
  edit,
  at,
  shelf,
}: {
  readonly edit: Edit;
  readonly at: string;
  readonly shelf: Shelf | undefined;
}): VNode => {
  const { value } = useField(edit, at);
  const [refusal, setRefusal] = useState("");
  const mark = (): void => {
    const text = typeof value === "string" ? value.replaceAll(/[|/]/g, "") : "";
    setRefusal("");
    shelf?.mark(text).then(
      (marked) => {
        edit.put(at, marked);
      },
      (error: unknown) => {
        setRefusal(messageOf(error, t("editor.notMarked")));
      },
    );
  };
  return (
    <div class="choral">
      <TextField edit={edit} at={at} label={t("editor.text")} rows={6} />
      <p class="quiet">{t("editor.textHow")}</p>
      {shelf !== undefined && (
        <button type="button" onClick={mark}>
          {t("editor.markEnglish")}
        </button>
      )}
      {refusal !== "" && (
        <p class="fault" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
};
