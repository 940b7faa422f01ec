import { basename, dirname } from "node:path";
import { matches, NO_NAMES, spiralSvg } from "@entrain/recording";
import { Command } from "commander";
import { CliError } from "../errors.ts";
import { readNames } from "../record/names-file.ts";
import { oneLine } from "../score/text.ts";
import { writeTogether } from "../score/write-together.ts";
import { type ListedSession, readLibrary } from "./session-index.ts";
import { doneWords, durationWords, fullWords, type NameOf } from "./session-words.ts";
import { tableOf } from "./table.ts";

interface SessionsOptions {
  readonly search?: string;
  readonly show?: string;
  readonly spiral?: string;
  readonly names: boolean;
  readonly json: boolean;
}

const write = (text: string): void => void process.stdout.write(text);

/** @throws CliError `usage` where none or several are meant */
const theOne = (sessions: readonly ListedSession[], wanted: string): ListedSession => {
  const found = sessions.filter(({ file, summary }) => file.startsWith(wanted) || summary.sessionId.startsWith(wanted));
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  throw new CliError(
    "usage",
    `expected --show with the beginning of one file's name, found ${String(found.length)} with "${wanted}"`,
  );
};

/** An encrypted file says no more than its name, which begins with when it was recorded. */
const sealedWhen = (file: string): string => {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)/.exec(file) ?? [];
  return day === undefined ? "" : `${day} ${hour ?? ""}:${minute ?? ""}`;
};

const table = (sessions: readonly ListedSession[], sealed: readonly string[]): string =>
  tableOf([
    ["when (UTC)", "how long", "people", "what", "file"],
    ...sessions.map(({ file, summary }) => [
      summary.startedAt.replace("T", " ").slice(0, 16),
      durationWords(summary),
      String(summary.members.length),
      doneWords(summary) || summary.title,
      file,
    ]),
    ...sealed.map((file) => [sealedWhen(file), "", "", "sealed", file]),
  ]);

const run = async (dir: string, { search, show, spiral, names, json }: SessionsOptions): Promise<void> => {
  const { sessions: all, sealed: locked, unreadable } = await readLibrary(dir);
  const { people } = names ? await readNames(dir) : NO_NAMES;
  const nameOf: NameOf = (pseudonym) => people[pseudonym] ?? pseudonym;
  const sessions = search === undefined ? all : all.filter(({ summary }) => matches(summary, search));
  // What is in them is not known, so no word is found in them.
  const sealed = search === undefined ? locked : [];
  for (const line of unreadable) process.stderr.write(`entrain: ${line}\n`);
  if (spiral !== undefined) {
    // A layer is another look at a session, not another session.
    const own = sessions.map(({ summary }) => summary).filter(({ layerOf }) => layerOf === undefined);
    await writeTogether(dirname(spiral), { [basename(spiral)]: spiralSvg(own, { nameOf }) });
    write(`${String(own.length)} ${own.length === 1 ? "session" : "sessions"} in ${spiral}\n`);
  } else if (json)
    write(`${JSON.stringify(sessions.map(({ file, bytes, summary }) => ({ file, bytes, ...summary })))}\n`);
  else if (show !== undefined) write(`${fullWords(theOne(sessions, show), nameOf).map(oneLineOf).join("\n")}\n`);
  else if (sessions.length + sealed.length === 0) write("No sessions there. Record one: entrain demo --record DIR\n");
  else write(table(sessions, sealed));
};

/** One line on a terminal, its indent kept. */
const oneLineOf = (line: string): string => `${/^ */.exec(line)?.[0] ?? ""}${oneLine(line)}`;

/** `entrain sessions`: what a folder of session files holds. */
export const createSessionsCommand = (): Command =>
  new Command("sessions")
    .description("list, search and show the sessions of a folder, or draw them as a spiral")
    .argument("[dir]", "a folder of session files", ".")
    .option("--search <words>", "only those in which all these words stand")
    .option("--show <file>", "everything about one; the beginning of its name will do")
    .option("--spiral <file>", "draw them into this SVG")
    .option("--no-names", "show pseudonyms, even where there is a list of names")
    .option("--json", "one array, for programs", false)
    .action(run);
