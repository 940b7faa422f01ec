import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { withPeople } from "@entrain/recording";
import { FileSink } from "@entrain/recording/node";
import { Recorder } from "@entrain/session";
import type { Scheduler } from "@entrain/time";
import { ownVersion } from "../version.ts";
import { readNames, writeNames } from "./names-file.ts";

export interface RecordingOpts {
  /** A folder; made where there is none. */
  readonly dir: string;
  readonly scheduler: Scheduler;
  readonly title: string;
  readonly theme?: string;
  readonly exercise?: string;
  readonly simulated: boolean;
  readonly names: readonly string[];
  readonly seed: number;
  readonly warn: (line: string) => void;
}

export interface Recording {
  readonly recorder: Recorder;
  readonly path: string;
}

/** Readings are over the last half minute. */
const WINDOW_S = 30;

/** `2026-03-03_10-00-00`, with what tells two sessions of one second apart. */
const fileNameAt = (date: Date, id: string): string =>
  `${date.toISOString().slice(0, 19).replace("T", "_").replaceAll(":", "-")}_${id.slice(0, 4)}.mcap`;

/** Begins a session file in a folder. @throws CliError, RecordingError `cannot-write` */
export const startRecording = async (opts: RecordingOpts): Promise<Recording> => {
  const { dir, scheduler, title, theme, exercise, simulated, names, seed, warn } = opts;
  const { list, pseudonyms } = withPeople(await readNames(dir), names);
  await writeNames(dir, list);
  const sessionId = randomUUID();
  const startedAt = new Date();
  const fileName = fileNameAt(startedAt, sessionId);
  const path = join(dir, fileName);
  const recorder = new Recorder({
    sink: new FileSink(path),
    scheduler,
    sessionId,
    title,
    ...(theme !== undefined && { theme }),
    ...(exercise !== undefined && { exercise }),
    startedAt: startedAt.toISOString(),
    simulated,
    software: { entrain: await ownVersion(), runtime: `node ${process.version}` },
    members: pseudonyms.map((pseudonym) => ({ pseudonym, placement: "wrist" })),
    seed,
    windowS: WINDOW_S,
    fileName,
    onTrouble: (trouble) => {
      warn(
        trouble === undefined
          ? "recording again; what came in between is missing in the file"
          : `not recording, the session goes on: ${trouble.message}`,
      );
    },
  });
  return { recorder, path };
};
