import type { RecordedSession } from "../api.ts";
import { experimentTrials } from "./blocks.ts";
import { type Export, type ExportFile, textFile } from "./export-file.ts";

const SECONDS = 1e6;

const listed = (items: Iterable<string>): string => [...new Set(items)].sort().join(", ");
const count = (n: number, one: string): string => `${String(n)} ${n === 1 ? one : `${one}s`}`;

/** What the bands said of themselves: boards and versions. */
const bandWords = async (session: RecordedSession): Promise<string> => {
  const said = new Set<string>();
  for await (const { info } of session.entries("band"))
    if (info !== undefined)
      said.add(`${info.boardId} (firmware ${info.firmwareVersion}, Espruino ${info.interpreterVersion})`);
  return said.size === 0 ? "bands that did not say what they are" : listed(said);
};

const experimentWords = (session: RecordedSession): string => {
  const trials = experimentTrials(session);
  const labels = trials.map(({ trial }) => trial).filter((label) => label !== undefined);
  const [first] = labels;
  if (first === undefined) return "No experiment document was used; a trial is a stretch in which nothing was changed.";
  const perturbations = labels.map(({ perturbation }) => perturbation).filter((words) => words !== "none");
  const changed =
    perturbations.length === 0
      ? ""
      : ` Pacing was changed in ${count(perturbations.length, "trial")}: ${listed(perturbations)}.`;
  return (
    `The experiment "${first.experiment}" was run with seed ${String(first.seed)}: ${String(labels.length)} of ${count(first.trials, "trial")} ` +
    `in ${count(new Set(labels.map(({ block }) => block)).size, "block")} (${listed(labels.map(({ block }) => block))}), ` +
    `conditions ${listed(labels.map(({ condition }) => condition))}.${changed} The same document and seed give the same trials and the same times of stimuli.`
  );
};

/** A paragraph for the methods of a paper, with versions. */
const methodsText = async (session: RecordedSession): Promise<string> => {
  const { config, tStartMicros, tEndMicros } = session;
  const { software, scoring, members, simulated } = config;
  const people = count(members.length, simulated ? "simulated person" : "person").replace("persons", "people");
  return [
    `${people} wore wristbands that pulse and record movement, ${await bandWords(session)}, `,
    `with Entrain ${software.entrain} (${software.runtime}), for ${((tEndMicros - tStartMicros) / SECONDS).toFixed(0)} s. `,
    `${experimentWords(session)} `,
    `Movement was scored by the engine ${software.engine} over windows of ${String(scoring.windowS)} s, against chance from surrogates (seed ${String(scoring.seed)}). `,
    `Times are those of one session clock; the bands' clocks were mapped onto it by exchanges as in RFC 5905.`,
  ].join("");
};

export const methodsFile = (session: RecordedSession): ExportFile =>
  textFile("methods.txt", async function* () {
    yield await methodsText(session);
  });

/** How a session was done, in words. */
export const methodsExport = (session: RecordedSession): Export => ({ files: [methodsFile(session)], leftOut: [] });
