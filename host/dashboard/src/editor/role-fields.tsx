import type { ExerciseStep, StepRole } from "@entrain/pacing";
import { WHO } from "@entrain/pacing";
import type { VNode } from "preact";
import { t } from "../words/t.ts";
import { beatsOf, withNextBeat } from "./beats.ts";
import { newRole, PLAYS } from "./draft.ts";
import type { Edit } from "./edit.ts";
import { problemsUnder } from "./problems.ts";
import { withoutAt } from "./pointer.ts";
import { ChoiceField, Faults, NumberField, TextField } from "./field.tsx";

interface RoleProps {
  readonly edit: Edit;
  /** Of the step. */
  readonly at: string;
  readonly step: ExerciseStep;
}

const OF = ["leader", "partner", "own", "group"] as const;

/** The beats of a pattern as buttons: each press is the next in the round of accented, plain and silent. */
const Beats = ({
  edit,
  at,
  role,
  metre,
}: {
  readonly edit: Edit;
  readonly at: string;
  readonly role: Extract<StepRole, { plays: "pattern" }>;
  readonly metre: string;
}): VNode => (
  <div class="beats" role="group" aria-label={t("editor.beats")}>
    {beatsOf(role.pattern ?? {}, metre).map((beat, i) => (
      <button
        key={i}
        type="button"
        class={`beat ${beat}`}
        aria-label={t("editor.beat", { number: i + 1, how: t(`editor.beat.${beat}`) })}
        onClick={() => edit.put(`${at}/pattern`, withNextBeat(role.pattern ?? {}, metre, i))}
      >
        {i + 1}
      </button>
    ))}
    <Faults
      id={`beats-${at}`}
      problems={[
        ...problemsUnder(edit.problems, `${at}/pattern/accents`),
        ...problemsUnder(edit.problems, `${at}/pattern/mutes`),
      ]}
    />
  </div>
);

const Role = ({ edit, at, step, index }: RoleProps & { readonly index: number }): VNode | null => {
  const role = step.roles[index];
  if (role === undefined) return null;
  const own = `${at}/roles/${String(index)}`;
  const isPattern = role.plays === "pattern" && step.tempo.source !== "speech";
  return (
    <li class="role">
      <ChoiceField
        edit={edit}
        at={`${own}/who`}
        label={t("editor.who")}
        choices={WHO}
        wordFor={(who) => t(`editor.who.${who}`)}
      />
      <ChoiceField
        edit={edit}
        at={`${own}/plays`}
        also={own}
        label={t("editor.plays")}
        choices={PLAYS}
        wordFor={(plays) => t(`editor.plays.${plays}`)}
        onChoose={(plays) => edit.put(own, newRole(role.who, plays))}
      />
      {role.plays === "mirror" && (
        <ChoiceField
          edit={edit}
          at={`${own}/of`}
          label={t("editor.mirrorOf")}
          choices={OF}
          wordFor={(of) => t(`editor.mirrorOf.${of}`)}
        />
      )}
      {isPattern && (
        <>
          <Beats edit={edit} at={own} role={role} metre={step.metre ?? "4"} />
          <details>
            <summary>{t("editor.more")}</summary>
            <NumberField edit={edit} at={`${own}/pattern/bars`} label={t("editor.patternBars")} step="1" />
            <NumberField edit={edit} at={`${own}/pattern/subdivision`} label={t("editor.subdivision")} step="1" />
            <NumberField edit={edit} at={`${own}/pattern/pulseMillis`} label={t("editor.pulseMillis")} step="1" />
            <NumberField edit={edit} at={`${own}/pattern/accentPercent`} label={t("editor.accentPercent")} step="1" />
            <NumberField edit={edit} at={`${own}/phaseBeats`} label={t("editor.phaseBeats")} step="1" />
            <TextField edit={edit} at={`${own}/ratio`} label={t("editor.ratio")} optional />
          </details>
        </>
      )}
      {step.roles.length > 1 && (
        <button type="button" onClick={() => edit.put(`${at}/roles`, withoutAt(step.roles, index))}>
          {t("editor.removeRole", { who: t(`editor.who.${role.who}`) })}
        </button>
      )}
    </li>
  );
};

/** Who plays what in a step. */
export const RoleFields = ({ edit, at, step }: RoleProps): VNode => {
  const free = WHO.find((who) => !step.roles.some((role) => role.who === who));
  return (
    <fieldset>
      <legend>{t("editor.roles")}</legend>
      <Faults id={`${at}-roles`} problems={edit.problems.filter(({ path }) => path === `${at}/roles`)} />
      <ul class="roles">
        {step.roles.map((role, index) => (
          <Role key={`${role.who}-${String(index)}`} edit={edit} at={at} step={step} index={index} />
        ))}
      </ul>
      {free !== undefined && (
        <button type="button" onClick={() => edit.put(`${at}/roles`, [...step.roles, newRole(free, "pattern")])}>
          {t("editor.addRole")}
        </button>
      )}
    </fieldset>
  );
};
