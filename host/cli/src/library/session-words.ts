import type { SessionSummary } from "@entrain/recording";
import { clockText } from "../score/text.ts";
import type { ListedSession } from "./session-index.ts";

const PERCENT = 100;

export const durationWords = ({ durationS }: SessionSummary): string => clockText(Math.round(durationS));

export const doneWords = ({ theme, exercises }: SessionSummary): string =>
  [theme, exercises.join(", ")].filter((text) => text !== undefined && text !== "").join(": ");

/** What was found of moving together, as shares of the time; of the group, never of a person. */
export const togetherWords = ({ verdicts }: SessionSummary): string => {
  const share = (value: number): string => `${String(Math.round(PERCENT * value))} %`;
  const { inSync, notInSync, undecided, withheld } = verdicts;
  if (inSync + notInSync + undecided + withheld === 0) return "no readings";
  return `in sync ${share(inSync)}, not ${share(notInSync)}, undecided ${share(undecided)}, no score ${share(withheld)}`;
};

export type NameOf = (pseudonym: string) => string;

/** Everything that is kept of a session, line by line. */
export const fullWords = ({ file, bytes, summary }: ListedSession, nameOf: NameOf): readonly string[] => [
  `${summary.title}, ${summary.startedAt.replace("T", " ").slice(0, 16)} UTC, ${durationWords(summary)}${summary.simulated ? ", simulated" : ""}`,
  `  file       ${file}, ${(bytes / 1e6).toFixed(1)} MB`,
  `  who        ${summary.members.map(nameOf).join(", ")}`,
  ...(doneWords(summary) === "" ? [] : [`  what       ${doneWords(summary)}`]),
  ...(summary.tempi.length === 0 ? [] : [`  tempi      ${summary.tempi.map(String).join(", ")} a minute`]),
  `  together   ${togetherWords(summary)} (windows of ${String(summary.windowS)} s, ${summary.engine})`,
  ...(summary.markers === 0 ? [] : [`  markers    ${String(summary.markers)}`]),
  ...summary.words.map(
    ({ who, at, text }) => `  ${at === "check-in" ? "arriving" : "leaving "}   ${nameOf(who)}: ${text}`,
  ),
  ...summary.notes.map((text) => `  note       ${text}`),
  ...(summary.layerOf === undefined ? [] : [`  layer of   session ${summary.layerOf}`]),
  ...(summary.warnings === 0 ? [] : [`  not whole  ${String(summary.warnings)} warnings; entrain recover tells more`]),
];
