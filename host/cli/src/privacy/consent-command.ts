import { dirname } from "node:path";
import { type Change, CONSENT_USES, type ConsentEntry, type ConsentUse, withoutRawOf } from "@entrain/recording";
import { Command, Option } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { readNames } from "../record/names-file.ts";
import { openFile, type OpenedFile } from "../record/open-file.ts";
import { oneLine, quoted } from "../score/text.ts";
import { forgetIndex, OUT_OF_REACH, rewriteInPlace } from "./folder.ts";

interface ConsentOptions extends UnlockOptions {
  readonly member: string;
  readonly use: ConsentUse;
  readonly yes?: boolean;
  readonly no?: boolean;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @throws CliError `usage` where nobody of the session goes by this name or pseudonym */
const memberNamed = async ({ session }: OpenedFile, path: string, wanted: string): Promise<number> => {
  const { people } = await readNames(dirname(path));
  const { members } = session.config;
  const found = members.findIndex(({ pseudonym }) => pseudonym === wanted || people[pseudonym] === wanted);
  if (found >= 0) return found;
  const known = members.map(({ pseudonym }) => people[pseudonym] ?? pseudonym).join(", ");
  throw new CliError("usage", `expected one of ${oneLine(known)} for --member, found ${quoted(wanted)}`);
};

/** Behind everything else; who takes back that their raw motion is kept has it taken out. */
const changeFor = ({ session: { config } }: OpenedFile, entry: ConsentEntry): Change => {
  const isTakenBack = entry.use === "raw-recording" && !entry.given;
  const change = withoutRawOf(config, new Set(isTakenBack ? [entry.member] : []));
  return { ...change, added: [entry] };
};

const run = async (path: string, options: ConsentOptions): Promise<void> => {
  const { member: wanted, use, yes = false, no = false } = options;
  if (yes === no) throw new CliError("usage", "expected either --yes or --no, found " + (yes ? "both" : "neither"));
  const file = await openFile(path, options);
  try {
    const member = await memberNamed(file, path, wanted);
    const entry: ConsentEntry = { kind: "consent", tMicros: file.session.tEndMicros, member, use, given: yes };
    const leftOut = await rewriteInPlace(path, file, changeFor(file, entry));
    await forgetIndex(dirname(path));
    say(`${file.fileName}: ${oneLine(wanted)} ${yes ? "agrees" : "does not agree"} to ${use}`);
    if (leftOut === 0) return;
    say(`${file.fileName}: took out ${String(leftOut)} lines of their raw motion`);
    for (const line of OUT_OF_REACH) say(line);
  } finally {
    await file.close();
  }
};

/** `entrain consent`: what somebody agrees to, or no longer does, after a session. */
export const createConsentCommand = (): Command =>
  addUnlockOptions(new Command("consent"))
    .description("write into a session file what somebody agrees to, or no longer does; the last word counts")
    .argument("<file>", "a session file")
    .requiredOption("--member <name>", "a name or a pseudonym")
    .addOption(new Option("--use <use>", "of what").choices([...CONSENT_USES]).makeOptionMandatory())
    .option("--yes", "they agree")
    .option("--no", "they do not; with raw-recording, their raw motion is taken out of the file")
    .action(run);
