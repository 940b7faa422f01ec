import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { RecordingError, type SessionSummary, summarise } from "@entrain/recording";
import { CliError } from "../errors.ts";
import { openFile } from "../record/open-file.ts";
import { isSessionFile, SEALED_ENDING } from "../record/session-names.ts";
import { PRIVATE, writeTogether } from "../score/write-together.ts";

/** A session file of a folder, and what it says of itself. */
export interface ListedSession {
  readonly file: string;
  readonly bytes: number;
  readonly summary: SessionSummary;
}

export interface Library {
  readonly sessions: readonly ListedSession[];
  /** Encrypted files, which are not opened to be listed: nothing of what is in them belongs into an index. */
  readonly sealed: readonly string[];
  /** Files that could not be read, a line each. */
  readonly unreadable: readonly string[];
}

interface Cached extends ListedSession {
  readonly mtimeMillis: number;
}

/** What was found last time; a cache, which can be thrown away at any time. */
const INDEX_FILE = ".entrain-index.json";
const INDEX_VERSION = 1;

const readIndex = async (dir: string): Promise<ReadonlyMap<string, Cached>> => {
  try {
    const index = JSON.parse(await readFile(join(dir, INDEX_FILE), "utf8")) as {
      readonly version: number;
      readonly files: readonly Cached[];
    };
    return index.version === INDEX_VERSION ? new Map(index.files.map((each) => [each.file, each])) : new Map();
  } catch {
    // Absent or damaged: it is made anew.
    return new Map();
  }
};

const listFiles = async (dir: string): Promise<readonly string[]> => {
  const names = await readdir(dir).catch((error: unknown) => {
    throw new CliError("bad-file", `expected a folder of sessions, found ${(error as Error).message}, at ${dir}`);
  });
  return names.filter(isSessionFile).sort();
};

const summaryOf = async (path: string): Promise<SessionSummary> => {
  const { session, close } = await openFile(path);
  try {
    return await summarise(session);
  } finally {
    await close();
  }
};

/** The sessions of a folder, oldest first. Files that have not changed are not read anew. @throws CliError */
export const readLibrary = async (dir: string): Promise<Library> => {
  const before = await readIndex(dir);
  const found: Cached[] = [];
  const unreadable: string[] = [];
  const files = await listFiles(dir);
  for (const file of files.filter((name) => !name.endsWith(SEALED_ENDING))) {
    const path = join(dir, file);
    const { size: bytes, mtimeMs: mtimeMillis } = await stat(path);
    const known = before.get(file);
    if (known?.bytes === bytes && known.mtimeMillis === mtimeMillis) found.push(known);
    else
      try {
        found.push({ file, bytes, mtimeMillis, summary: await summaryOf(path) });
      } catch (error) {
        if (!(error instanceof RecordingError)) throw error;
        unreadable.push(error.message);
      }
  }
  const isChanged = found.length !== before.size || found.some((each) => before.get(each.file) !== each);
  const text = JSON.stringify({ version: INDEX_VERSION, files: found });
  // A folder that cannot be written to can still be listed.
  if (isChanged) await writeTogether(dir, { [INDEX_FILE]: text }, { mode: PRIVATE }).catch(() => undefined);
  found.sort((a, b) => Date.parse(a.summary.startedAt) - Date.parse(b.summary.startedAt));
  return { sessions: found, sealed: files.filter((name) => name.endsWith(SEALED_ENDING)), unreadable };
};
