import type { RecordedSession } from "../../api.ts";
import { type Export, type ExportFile, jsonFile, textFile } from "../export-file.ts";
import { rawConsent } from "../raw-consent.ts";
import { tsvLine } from "../table.ts";
import { eventFiles } from "./events.ts";
import { motionFacts } from "./motion-facts.ts";
import { motionFiles } from "./motion.ts";
import { type BidsNames, bidsNames } from "./names.ts";

const BIDS_VERSION = "1.9.0";

const README = (title: string, simulated: boolean): readonly string[] => [
  `# ${title}`,
  "",
  ...(simulated ? ["The people in this data set are simulated.", ""] : []),
  "Arm movement of people who wore Entrain wristbands while a rhythm was paced.",
  "",
  "Each person's file has its own first sample as time zero; `scans.tsv` gives that moment to the microsecond, on one",
  "clock for everybody. Bands sample by clocks of their own: the latency column is the time of each sample, and no time",
  "should be inferred from a rate. Samples that a link did not carry are absent.",
  "",
  "People go by pseudonyms. What anyone wrote or said during the session is not part of this data set.",
];

/** Onset of a recording as BIDS writes times, with fractions of a second. */
const acqTime = (session: RecordedSession, tMicros: number): string => {
  const sinceStart = tMicros - session.config.tMicros;
  const wholeMillis = Math.floor(sinceStart / 1e3);
  const micros = Math.round(sinceStart - wholeMillis * 1e3);
  const base = new Date(Date.parse(session.config.startedAt) + wholeMillis).toISOString();
  return `${base.slice(0, -1)}${String(micros).padStart(3, "0")}Z`;
};

const describe = (session: RecordedSession, names: BidsNames, members: readonly number[]): readonly ExportFile[] => {
  const { config } = session;
  return [
    jsonFile("dataset_description.json", {
      Name: config.title,
      BIDSVersion: BIDS_VERSION,
      DatasetType: "raw",
      GeneratedBy: [{ Name: "Entrain", Version: config.software.entrain }],
    }),
    textFile("README", () => README(config.title, config.simulated)),
    textFile("participants.tsv", () => [
      tsvLine(["participant_id", "placement"]),
      ...members.map((k) => tsvLine([`sub-${names.subjects[k] ?? ""}`, config.members[k]?.placement])),
    ]),
    jsonFile("participants.json", { placement: { Description: "Where the band was worn." } }),
  ];
};

/**
 * A Motion-BIDS data set of one session.
 *
 * @see https://bids-specification.readthedocs.io/en/stable/modality-specific-files/motion.html
 */
export const bidsExport = async (session: RecordedSession): Promise<Export> => {
  const { members, leftOut } = rawConsent(session);
  const names = bidsNames(session);
  const files: ExportFile[] = [];
  const written: number[] = [];
  const silent: string[] = [];
  for (const member of members) {
    const facts = await motionFacts(session, member);
    if (facts === undefined) {
      silent.push(`${session.config.members[member]?.pseudonym ?? ""}: there is no motion of theirs`);
      continue;
    }
    written.push(member);
    files.push(
      ...motionFiles(session, names, member, facts),
      ...eventFiles(session, names, member, facts.firstMicros),
      textFile(names.scansPath(member), () => [
        tsvLine(["filename", "acq_time"]),
        tsvLine([names.inScans(member, "motion.tsv"), acqTime(session, facts.firstMicros)]),
      ]),
    );
  }
  return {
    files: written.length === 0 ? [] : [...describe(session, names, written), ...files],
    leftOut: [...leftOut, ...silent],
  };
};
