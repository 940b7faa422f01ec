import type { RecordedSession } from "../../api.ts";
import { bidsLabel, bidsLabels } from "./labels.ts";

/** Of the band, as one system that tracks. */
export const TRACKING_SYSTEM = "wristband";

export interface BidsNames {
  readonly subjects: readonly string[];
  readonly session: string;
  readonly task: string;
  /** Of a member's file, below the folder of the data set. */
  path(member: number, suffix: string): string;
  scansPath(member: number): string;
  /** A file's place as `scans.tsv` names it. */
  inScans(member: number, suffix: string): string;
}

export const bidsNames = ({ config }: Pick<RecordedSession, "config">): BidsNames => {
  const subjects = bidsLabels(config.members.map(({ pseudonym }) => pseudonym));
  const session = bidsLabel(config.startedAt.replace(/\.\d+/, ""), "1");
  const task = bidsLabel(config.exercise ?? "", "entrain");
  const stem = (member: number): string => `sub-${subjects[member] ?? ""}_ses-${session}`;
  const folder = (member: number): string => `sub-${subjects[member] ?? ""}/ses-${session}`;
  const file = (member: number, suffix: string): string =>
    `motion/${stem(member)}_task-${task}_tracksys-${TRACKING_SYSTEM}_${suffix}`;
  return {
    subjects,
    session,
    task,
    path: (member, suffix) => `${folder(member)}/${file(member, suffix)}`,
    scansPath: (member) => `${folder(member)}/${stem(member)}_scans.tsv`,
    inScans: file,
  };
};
