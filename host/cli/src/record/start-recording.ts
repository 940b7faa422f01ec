import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createSealingSink, type Lock, NO_NAMES, type SealingSink, withoutRawOf, withPeople } from "@entrain/recording";
import { FileSink } from "@entrain/recording/node";
import { Recorder } from "@entrain/session";
import type { Scheduler } from "@entrain/time";
import { beginClassroom } from "../privacy/retention-policy.ts";
import { rewriteInPlace } from "../privacy/folder.ts";
import { ownVersion } from "../version.ts";
import { readNames, writeNames } from "./names-file.ts";
import { openFile } from "./open-file.ts";
import { SEALED_ENDING, SESSION_ENDING } from "./session-names.ts";

export interface RecordingOpts {
  /** A folder; made where there is none. */
  readonly dir: string;
  readonly scheduler: Scheduler;
  readonly title: string;
  readonly theme?: string;
  readonly exercise?: string;
  readonly simulated: boolean;
  /** Neither names nor raw motion are kept, and the folder gets the policy of a class. */
  readonly classroom?: boolean;
  readonly names: readonly string[];
  /** The session that this one goes on with, after a break. */
  readonly continues?: { readonly sessionId: string; readonly file: string };
  readonly seed: number;
  /** For whom the file is encrypted; in the clear where undefined. */
  readonly lock?: Lock;
  readonly warn: (line: string) => void;
}

export interface Recording {
  readonly recorder: Recorder;
  readonly path: string;
  /** Ends the file; resolves once it is whole on disk. */
  close(): Promise<void>;
}

/** What a class does not keep: what the bands sent, line by line. */
const CLASSROOM_OMITS = ["frame"];

/** Seals, or leaves no file behind. */
const sealed = async (file: FileSink, path: string, lock: Lock): Promise<SealingSink> => {
  try {
    return await createSealingSink(file, lock);
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
};

/** Readings are over the last half minute. */
const WINDOW_S = 30;

/** `2026-03-03_10-00-00`, with what tells two sessions of one second apart. */
const fileNameAt = (date: Date, id: string): string =>
  `${date.toISOString().slice(0, 19).replace("T", "_").replaceAll(":", "-")}_${id.slice(0, 4)}${SESSION_ENDING}`;

/** Takes out what was kept of somebody's raw motion before they refused, where the file can be opened. */
const dropRefused = async (
  path: string,
  { rawRefused, config }: Recorder,
  lock: Lock | undefined,
  warn: RecordingOpts["warn"],
): Promise<void> => {
  const who = [...rawRefused].map((member) => config.members[member]?.pseudonym ?? "").join(", ");
  try {
    if (lock !== undefined && !("passphrase" in lock)) throw new Error("that it takes the secret key");
    const file = await openFile(path, lock && { key: { passphrases: [lock.passphrase] } });
    try {
      await rewriteInPlace(path, { ...file, ...(lock && { lock }) }, withoutRawOf(config, rawRefused));
    } finally {
      await file.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    warn(`raw motion of ${who} from before they refused is still in ${path} (${why}); entrain consent takes it out`);
  }
};

/** Begins a session file in a folder. @throws CliError, RecordingError `cannot-write` */
export const startRecording = async (opts: RecordingOpts): Promise<Recording> => {
  const {
    dir,
    scheduler,
    title,
    theme,
    exercise,
    simulated,
    classroom = false,
    names,
    seed,
    lock,
    warn,
    continues,
  } = opts;
  const { list, pseudonyms } = withPeople(classroom ? NO_NAMES : await readNames(dir), names);
  if (classroom) await beginClassroom(dir);
  else await writeNames(dir, list);
  const sessionId = randomUUID();
  const startedAt = new Date();
  const fileName = fileNameAt(startedAt, sessionId) + (lock === undefined ? "" : SEALED_ENDING);
  const path = join(dir, fileName);
  const file = new FileSink(path);
  const sealing = lock === undefined ? undefined : await sealed(file, path, lock);
  const recorder = new Recorder({
    sink: sealing ?? file,
    scheduler,
    sessionId,
    title,
    ...(theme !== undefined && { theme }),
    ...(exercise !== undefined && { exercise }),
    startedAt: startedAt.toISOString(),
    simulated,
    ...(continues && { continues }),
    ...(classroom && { omitted: CLASSROOM_OMITS }),
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
  return {
    recorder,
    path,
    close: async () => {
      recorder.close();
      await sealing?.settled();
      if (!classroom && recorder.rawRefused.size > 0) await dropRefused(path, recorder, lock, warn);
    },
  };
};
