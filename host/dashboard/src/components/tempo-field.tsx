import { useState } from "preact/hooks";
import type { VNode } from "preact";
import { formatTempo, parseTempo } from "../host/tempo.ts";
import { t } from "../words/t.ts";
import type { TempoDialProps } from "./tempo-dial.tsx";

/** The tempo in large figures, to be typed over: Enter sets it, leaving the field does not. */
export const TempoField = ({ bpm, setBpm, disabled }: Omit<TempoDialProps, "groupBpm">): VNode => {
  const [draft, setDraft] = useState<string>();
  return (
    <label class="tempo-field">
      <input
        type="text"
        aria-label={t("tempo.label")}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        disabled={disabled}
        value={draft ?? formatTempo(bpm)}
        aria-invalid={draft !== undefined && parseTempo(draft) === undefined}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onBlur={() => {
          setDraft(undefined);
        }}
        onKeyDown={(event) => {
          const typed = draft === undefined ? undefined : parseTempo(draft);
          if (event.key !== "Enter" || typed === undefined) return;
          setDraft(undefined);
          setBpm(typed);
        }}
      />
      <span>{t("tempo.unit")}</span>
    </label>
  );
};
