import { basename, dirname } from "node:path";
import { textFile } from "@entrain/recording";
import { sessionReport } from "@entrain/report";
import { scoreSession } from "@entrain/session";
import { Command } from "commander";
import { ask, canAsk } from "../at-rest/ask.ts";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { writeExports } from "../export/write-exports.ts";
import { readNames } from "../record/names-file.ts";
import { openFile, type OpenedFile, warningLines } from "../record/open-file.ts";
import { oneLine } from "../score/text.ts";

interface ReportOptions extends UnlockOptions {
  readonly out: string;
  readonly impression?: string;
  readonly scores: boolean;
  readonly names: boolean;
  readonly force: boolean;
}

const QUESTION = "Before the figures: what stayed with you? (one line; empty leaves the figures folded)\n> ";

/** Asked before anything is computed: nobody has seen a figure yet. */
const impressionFor = async (
  { session }: OpenedFile,
  { impression, scores }: ReportOptions,
): Promise<string | undefined> => {
  if (impression !== undefined) return impression.trim() === "" ? undefined : impression;
  const isKept = session.notes.some(({ about }) => about === "impression");
  if (isKept || !scores || !canAsk()) return undefined;
  const answer = (await ask(QUESTION)).trim();
  return answer === "" ? undefined : answer;
};

const run = async (path: string, options: ReportOptions): Promise<void> => {
  const file = await openFile(path, options);
  try {
    for (const line of warningLines(file)) process.stderr.write(`${line}\n`);
    const impression = await impressionFor(file, options);
    const { people } = options.names ? await readNames(dirname(path)) : { people: {} as Record<string, string> };
    const { source, session } = file;
    const page = await sessionReport({
      session,
      windows: options.scores ? await scoreSession({ source, session }) : [],
      nameOf: (pseudonym) => people[pseudonym],
      ...(impression !== undefined && { impression }),
      scores: options.scores,
    });
    const out = textFile(basename(options.out), () => [page.trimEnd()]);
    await writeExports(dirname(options.out), [out], { force: options.force });
    process.stdout.write(`wrote ${oneLine(options.out)}\n`);
  } finally {
    await file.close();
  }
};

/** `entrain report`: what a session leaves for the people who were there. */
export const createReportCommand = (): Command =>
  addUnlockOptions(new Command("report"))
    .description("one page to look back on a session with, in a single file that needs nothing else")
    .argument("<file>", "a session file")
    .requiredOption("--out <file>", "the page, such as session.html")
    .option("--impression <text>", "the facilitator's, before any figure; else it is asked for at the terminal")
    .option("--no-scores", "without any score: what was done, who moved when, what was said")
    .option("--no-names", "pseudonyms, even where the names are known")
    .option("--force", "write over a file that is there", false)
    .action(run);
