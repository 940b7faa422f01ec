import type { VNode } from "preact";
import type { Shelf } from "../api.ts";
import { t } from "../words/t.ts";
import type { Edit } from "./edit.ts";
import { ChoiceField, Faults, FlagField, NumberField, TextField } from "./field.tsx";
import { LengthFields } from "./length-fields.tsx";
import { RoleFields } from "./role-fields.tsx";
import { TempoFields } from "./tempo-fields.tsx";

const SCORES = ["with-the-pulse", "with-each-other", "none"] as const;
const LEADS = ["same", "next"] as const;

/** Everything that one step says. */
export const StepForm = ({
  edit,
  index,
  shelf,
}: {
  readonly edit: Edit;
  readonly index: number;
  readonly shelf: Shelf | undefined;
}): VNode | null => {
  const step = edit.draft.steps[index];
  if (step === undefined) return null;
  const at = `/steps/${String(index)}`;
  return (
    <section class="step-form" aria-label={t("editor.step", { number: index + 1, title: step.title })}>
      <h3>{t("editor.step", { number: index + 1, title: step.title })}</h3>
      <Faults id={`${at}-fault`} problems={edit.problems.filter(({ path }) => path === at)} />
      <TextField edit={edit} at={`${at}/title`} label={t("editor.title")} />
      <TextField edit={edit} at={`${at}/say`} label={t("editor.say")} rows={2} optional />
      <LengthFields edit={edit} at={at} step={step} />
      <TempoFields edit={edit} at={at} step={step} shelf={shelf} />
      <RoleFields edit={edit} at={at} step={step} />
      <fieldset>
        <legend>{t("editor.more")}</legend>
        {step.tempo.source !== "speech" && step.tempo.source !== "breath" && (
          <TextField edit={edit} at={`${at}/metre`} label={t("editor.metre")} optional />
        )}
        <ChoiceField
          edit={edit}
          at={`${at}/score`}
          label={t("editor.score")}
          choices={SCORES}
          wordFor={(score) => t(`editor.score.${score}`)}
        />
        <NumberField edit={edit} at={`${at}/strengthPercent`} label={t("editor.strengthPercent")} step="1" />
        <NumberField edit={edit} at={`${at}/countInBars`} label={t("editor.countInBars")} step="1" />
        <ChoiceField
          edit={edit}
          at={`${at}/leader`}
          label={t("editor.leader")}
          choices={LEADS}
          chosen={step.leader ?? "same"}
          wordFor={(leader) => t(`editor.leader.${leader}`)}
          onChoose={(leader) => edit.put(`${at}/leader`, leader === "same" ? undefined : leader)}
        />
        <FlagField edit={edit} at={`${at}/cue`} label={t("editor.cue")} usual={true} />
        <FlagField edit={edit} at={`${at}/swap`} label={t("editor.swap")} usual={false} />
      </fieldset>
    </section>
  );
};
