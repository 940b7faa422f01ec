import type { RecordedSession } from "../../api.ts";
import { travellingEvents } from "../events.ts";
import { type ExportFile, jsonFile, textFile } from "../export-file.ts";
import { seconds, tsvLine } from "../table.ts";
import type { BidsNames } from "./names.ts";

interface Row {
  readonly onsetMicros: number;
  readonly durationS: number | undefined;
  readonly type: string;
  readonly value: string;
}

const COLUMNS = {
  onset: { Description: "From the first motion sample of this person; negative: before it.", Units: "s" },
  duration: { Description: "How long it lasted.", Units: "s" },
  trial_type: {
    Description: "What happened.",
    Levels: {
      activity: "The group began an exercise.",
      tempo: "A pulse of this tempo began; value in beats/min.",
      stop: "All bands were stopped.",
      wearer: "This person's own press: rest, resume, dim or tap.",
      marker: "A moment that the facilitator marked.",
      pulse: "A pulse as this person's motor played it; value is its strength, 0 to 255.",
    },
  },
  value: { Description: "See trial_type." },
};

/** What happened to everybody, and to this person, by time: onsets count from the person's first sample. */
export const eventFiles = (
  session: RecordedSession,
  names: BidsNames,
  member: number,
  firstMicros: number,
): readonly ExportFile[] => [
  textFile(names.path(member, "events.tsv"), async function* () {
    yield tsvLine(["onset", "duration", "trial_type", "value"]);
    const rows: Row[] = travellingEvents(session)
      .filter((event) => event.member === undefined || event.member === member)
      .map(({ tMicros, kind, bpm, text }) => ({
        onsetMicros: tMicros,
        durationS: undefined,
        type: kind,
        value: bpm === undefined ? text : String(bpm),
      }));
    for await (const pulse of session.entries("pulse"))
      if (pulse.member === member)
        rows.push({
          onsetMicros: pulse.onMicros,
          durationS: pulse.durationMicros / 1e6,
          type: "pulse",
          value: String(pulse.strength),
        });
    rows.sort((a, b) => a.onsetMicros - b.onsetMicros);
    for (const { onsetMicros, durationS, type, value } of rows)
      yield tsvLine([seconds(onsetMicros - firstMicros), durationS, type, value]);
  }),
  jsonFile(names.path(member, "events.json"), COLUMNS),
];
