import type { TargetedSubmitEvent, VNode } from "preact";
import { useState } from "preact/hooks";
import { WORDS_FIELD } from "../../host/use-stop-keys.ts";
import { t } from "../../words/t.ts";
import { MarkGlyph } from "../mark-glyph.tsx";

export interface WordOfProps {
  readonly name: string;
  readonly mark: number;
  readonly onKeep: (text: string) => Promise<boolean>;
}

/** What somebody says before they go, in their words. */
export const WordOf = ({ name, mark, onKeep }: WordOfProps): VNode => {
  const [text, setText] = useState("");
  const [isKept, setKept] = useState(false);
  const submit = async (): Promise<void> => {
    if (text.trim() === "" || !(await onKeep(text.trim()))) return;
    setText("");
    setKept(true);
  };
  return (
    <li>
      <form
        onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit();
        }}
      >
        <MarkGlyph member={mark} filled />
        <span>{name}</span>
        <input
          name={WORDS_FIELD}
          aria-label={t("reflect.wordOf", { name })}
          maxLength={2_000}
          autocomplete="off"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setKept(false);
          }}
        />
        <button type="submit" class="small" disabled={text.trim() === ""}>
          {t("reflect.keep")}
        </button>
        <output role="status">{isKept ? t("reflect.kept") : ""}</output>
      </form>
    </li>
  );
};
