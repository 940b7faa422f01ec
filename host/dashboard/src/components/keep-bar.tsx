import type { SessionCommand, SessionView } from "@entrain/session";
import type { TargetedSubmitEvent, VNode } from "preact";
import { useCallback, useMemo, useState } from "preact/hooks";
import type { HostLink } from "../api.ts";
import { usePlainKeys } from "../host/use-plain-keys.ts";
import { WORDS_FIELD } from "../host/use-stop-keys.ts";
import { speakersOf } from "../words/keep-words.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";

export interface KeepBarProps {
  readonly link: HostLink;
  readonly view: SessionView;
  readonly onRefused: (message: string) => void;
}

const LONGEST_TEXT = 2_000;

/** Markers, notes, and each one's own word, while a session is recorded. Esc stops, also while somebody writes. */
export const KeepBar = ({ link, view, onRefused }: KeepBarProps): VNode => {
  const speakers = speakersOf(view);
  const [key, setKey] = useState("note");
  const [text, setText] = useState("");
  const [kept, setKept] = useState("");
  const speaker = speakers.find((each) => each.key === key) ?? speakers[0];

  const send = useCallback(
    (command: SessionCommand, said: string): void => {
      link.send(command).then(
        () => {
          setKept(said);
          if (command.kind !== "marker") setText("");
        },
        (error: unknown) => {
          onRefused(messageOf(error, t("keep.refused")));
        },
      );
    },
    [link, onRefused],
  );
  const mark = useCallback(() => {
    send({ kind: "marker" }, t("keep.markerKept"));
  }, [send]);
  usePlainKeys(useMemo(() => ({ m: mark }), [mark]));

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (speaker !== undefined && text.trim() !== "") send(speaker.command(text.trim()), t("keep.kept"));
  };

  return (
    <form class="keep" onSubmit={submit} aria-label={t("keep.label")}>
      <button type="button" class="mark" onClick={mark}>
        {t("keep.marker")} <small>m</small>
      </button>
      <select aria-label={t("keep.whose")} value={key} onChange={(event) => setKey(event.currentTarget.value)}>
        {speakers.map((each) => (
          <option key={each.key} value={each.key}>
            {each.label}
          </option>
        ))}
      </select>
      <input
        name={WORDS_FIELD}
        aria-label={t("keep.words")}
        placeholder={t("keep.hint")}
        autocomplete="off"
        maxLength={LONGEST_TEXT}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setKept("");
        }}
      />
      <button type="submit" disabled={text.trim() === ""}>
        {t("keep.keep")}
      </button>
      <output role="status">{kept}</output>
    </form>
  );
};
