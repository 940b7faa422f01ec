import type { Problem } from "@entrain/pacing";
import type { ComponentChildren, VNode } from "preact";
import { t } from "../words/t.ts";
import { type Edit, useField } from "./edit.ts";

/** What is wrong, beside the field that it is about. */
export const Faults = ({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly Problem[];
}): VNode | null =>
  problems.length === 0 ? null : (
    <span class="fault" id={id}>
      {problems.map(({ expected, found }) => t("editor.fault", { expected, found })).join("; ")}
    </span>
  );

interface FieldProps {
  readonly edit: Edit;
  /** JSON pointer. */
  readonly at: string;
  readonly also?: string;
  readonly label: string;
}

const Labelled = ({
  id,
  label,
  problems,
  wide = false,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}): VNode => (
  <div class={wide ? "field wide" : "field"}>
    <label for={id}>{label}</label>
    {children}
    <Faults id={`${id}-fault`} problems={problems} />
  </div>
);

const described = (id: string, problems: readonly Problem[]): { readonly [name: string]: string | boolean } =>
  problems.length === 0 ? {} : { "aria-invalid": true, "aria-describedby": `${id}-fault` };

/** An empty field takes the number away. */
export const NumberField = ({
  edit,
  at,
  also,
  label,
  step = "any",
}: FieldProps & { readonly step?: string }): VNode => {
  const { id, value, problems } = useField(edit, at, also);
  return (
    <Labelled id={id} label={label} problems={problems}>
      <input
        id={id}
        type="number"
        step={step}
        inputMode="decimal"
        value={typeof value === "number" ? String(value) : ""}
        onInput={({ currentTarget: { value: text, valueAsNumber } }) => {
          edit.put(at, text === "" || Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
        }}
        {...described(id, problems)}
      />
    </Labelled>
  );
};

export const TextField = ({
  edit,
  at,
  also,
  label,
  rows = 1,
  optional = false,
}: FieldProps & { readonly rows?: number; readonly optional?: boolean }): VNode => {
  const { id, value, problems } = useField(edit, at, also);
  const text = typeof value === "string" ? value : "";
  const take = (next: string): void => {
    edit.put(at, next === "" && optional ? undefined : next);
  };
  return (
    <Labelled id={id} label={label} problems={problems} wide>
      {rows === 1 ? (
        <input
          id={id}
          type="text"
          value={text}
          onInput={(e) => take(e.currentTarget.value)}
          {...described(id, problems)}
        />
      ) : (
        <textarea
          id={id}
          rows={rows}
          value={text}
          onInput={(e) => take(e.currentTarget.value)}
          {...described(id, problems)}
        />
      )}
    </Labelled>
  );
};

/** One of several. @param onChoose - where choosing changes more than this one value */
export const ChoiceField = <T extends string>({
  edit,
  at,
  also,
  label,
  choices,
  chosen,
  wordFor,
  onChoose,
}: FieldProps & {
  readonly choices: readonly T[];
  readonly chosen?: T;
  readonly wordFor: (choice: T) => string;
  readonly onChoose?: (choice: T) => void;
}): VNode => {
  const { id, value, problems } = useField(edit, at, also);
  const now = chosen ?? (typeof value === "string" ? value : "");
  return (
    <Labelled id={id} label={label} problems={problems}>
      <select
        id={id}
        value={now}
        onChange={({ currentTarget }) => {
          const choice = choices.find((each) => each === currentTarget.value);
          if (choice === undefined) return;
          if (onChoose === undefined) edit.put(at, choice);
          else onChoose(choice);
        }}
        {...described(id, problems)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordFor(choice)}
          </option>
        ))}
      </select>
    </Labelled>
  );
};

/** Yes or no; the value that goes without saying is left out of the document. */
export const FlagField = ({ edit, at, label, usual }: FieldProps & { readonly usual: boolean }): VNode => {
  const { id, value, problems } = useField(edit, at);
  return (
    <div class="field flag">
      <input
        id={id}
        type="checkbox"
        checked={typeof value === "boolean" ? value : usual}
        onChange={({ currentTarget: { checked } }) => {
          edit.put(at, checked === usual ? undefined : checked);
        }}
        {...described(id, problems)}
      />
      <label for={id}>{label}</label>
      <Faults id={`${id}-fault`} problems={problems} />
    </div>
  );
};
