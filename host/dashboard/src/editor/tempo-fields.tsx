import type { ExerciseStep } from "@entrain/pacing";
import type { VNode } from "preact";
import type { Key } from "../words/catalogue.ts";
import { t } from "../words/t.ts";
import { ChoralField } from "./choral-field.tsx";
import { SOURCES, withSource } from "./draft.ts";
import type { Edit } from "./edit.ts";
import { ChoiceField, NumberField } from "./field.tsx";
import type { Shelf } from "../api.ts";

type Source = ExerciseStep["tempo"]["source"];

const BPM = ["bpm", "editor.bpm"] as const;

/** The numbers of each kind of tempo, in the order of the form. */
const NUMBERS: Readonly<Record<Source, readonly (readonly [name: string, label: PlainKey])[]>> = {
  fixed: [BPM],
  ramp: [
    ["fromBpm", "editor.fromBpm"],
    ["toBpm", "editor.toBpm"],
    ["overSeconds", "editor.overSeconds"],
    ["overBars", "editor.overBars"],
  ],
  keep: [],
  breath: [
    ["breathsPerMinute", "editor.breathsPerMinute"],
    ["toBreathsPerMinute", "editor.toBreathsPerMinute"],
    ["overBreaths", "editor.overBreaths"],
    ["inhale", "editor.inhale"],
    ["hold", "editor.hold"],
    ["exhale", "editor.exhale"],
    ["rest", "editor.breathRest"],
  ],
  tap: [BPM],
  speech: [BPM],
  attune: [BPM],
  lead: [BPM, ["targetBpm", "editor.targetBpm"], ["changePercent", "editor.changePercent"]],
  leader: [BPM],
  partner: [BPM, ["correctionShare", "editor.correctionShare"]],
  intervals: [],
  none: [],
};

/** Keys of texts without places to fill. */
export type PlainKey = Extract<Key, `editor.${string}`> & Parameters<typeof t>[0];

const BY = ["keyboard", "wearer", "movement"] as const;

/** Where the beat of a step comes from. */
export const TempoFields = ({
  edit,
  at,
  step,
  shelf,
}: {
  readonly edit: Edit;
  readonly at: string;
  readonly step: ExerciseStep;
  readonly shelf: Shelf | undefined;
}): VNode => {
  const { source } = step.tempo;
  const tempo = `${at}/tempo`;
  return (
    <fieldset>
      <legend>{t("editor.tempo")}</legend>
      <ChoiceField
        edit={edit}
        at={`${tempo}/source`}
        also={tempo}
        label={t("editor.source")}
        choices={SOURCES}
        wordFor={(each) => t(`editor.source.${each}`)}
        onChoose={(each) => edit.put(at, withSource(step, each))}
      />
      {source === "tap" && (
        <ChoiceField
          edit={edit}
          at={`${tempo}/by`}
          label={t("editor.tappedBy")}
          choices={BY}
          wordFor={(by) => t(`editor.tappedBy.${by}`)}
        />
      )}
      {NUMBERS[source].map(([name, label]) => (
        <NumberField key={`${source}-${name}`} edit={edit} at={`${tempo}/${name}`} label={t(label as "editor.bpm")} />
      ))}
      {source === "speech" && <ChoralField edit={edit} at={`${tempo}/text`} shelf={shelf} />}
    </fieldset>
  );
};
