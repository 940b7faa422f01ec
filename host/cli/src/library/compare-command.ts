import { stat } from "node:fs/promises";
import { summarise } from "@entrain/recording";
import { Command } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { openFile } from "../record/open-file.ts";
import type { ListedSession } from "./session-index.ts";
import { doneWords, durationWords, togetherWords } from "./session-words.ts";
import { tableOf } from "./table.ts";

const listed = async (path: string, unlock: UnlockOptions): Promise<ListedSession> => {
  const { session, fileName, close } = await openFile(path, unlock);
  try {
    return { file: fileName, bytes: (await stat(path)).size, summary: await summarise(session) };
  } finally {
    await close();
  }
};

/** Shares of time can be compared only where they were found in the same way. */
const caveats = (sessions: readonly ListedSession[]): readonly string[] => {
  const differs = (name: string, of: (session: ListedSession) => string | number): string[] =>
    new Set(sessions.map(of)).size > 1
      ? [`They were scored with different ${name}: compare what was done, not the shares.\n`]
      : [];
  return [
    ...differs("engines", ({ summary }) => summary.engine),
    ...differs("windows", ({ summary }) => summary.windowS),
  ];
};

const rowsOf = (sessions: readonly ListedSession[]): readonly (readonly string[])[] => {
  const row = (name: string, of: (session: ListedSession) => string): string[] => [name, ...sessions.map(of)];
  return [
    row("", ({ file }) => file),
    row("when (UTC)", ({ summary }) => summary.startedAt.replace("T", " ").slice(0, 16)),
    row("how long", ({ summary }) => durationWords(summary)),
    row("people", ({ summary }) => summary.members.join(", ")),
    row("what", ({ summary }) => doneWords(summary)),
    row("tempi", ({ summary }) => summary.tempi.map(String).join(", ")),
    ...togetherRows(sessions),
    row("markers", ({ summary }) => String(summary.markers)),
    row("words", ({ summary }) => summary.words.map(({ text }) => `“${text}”`).join(" ")),
  ];
};

const togetherRows = (sessions: readonly ListedSession[]): readonly (readonly string[])[] => {
  const parts = sessions.map(({ summary }) => togetherWords(summary).split(", "));
  const most = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) => [i === 0 ? "together" : "", ...parts.map((part) => part[i] ?? "")]);
};

interface CompareOptions extends UnlockOptions {
  readonly json: boolean;
}

const run = async (paths: readonly string[], { json, ...unlock }: CompareOptions): Promise<void> => {
  if (paths.length < 2) throw new CliError("usage", "expected two or more session files to compare, found one");
  const sessions: ListedSession[] = [];
  for (const path of paths) sessions.push(await listed(path, unlock));
  const text = json
    ? `${JSON.stringify(sessions.map(({ file, bytes, summary }) => ({ file, bytes, ...summary })))}\n`
    : [tableOf(rowsOf(sessions)), ...caveats(sessions)].join("");
  process.stdout.write(text);
};

/** `entrain compare`: sessions side by side. */
export const createCompareCommand = (): Command =>
  addUnlockOptions(new Command("compare"))
    .description("set recorded sessions side by side: what was done, what was said, what was shared")
    .argument("<files...>", "two or more session files")
    .option("--json", "one array, for programs", false)
    .action(run);
