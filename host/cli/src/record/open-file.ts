import { basename } from "node:path";
import {
  type ByteSource,
  type Lock,
  lockOfUnlock,
  openSealed,
  openSession,
  type RecordedSession,
  sealingOf,
  type Unlock,
} from "@entrain/recording";
import { FileSource } from "@entrain/recording/node";
import { type UnlockOptions, unlockOf } from "../at-rest/unlock-options.ts";
import { oneLine } from "../score/text.ts";

export interface OpenedFile {
  /** What is in the file, decrypted where it is encrypted. */
  readonly source: ByteSource;
  readonly session: RecordedSession;
  readonly fileName: string;
  /** For whoever opened it, where the file is encrypted: what is made of it must not lie about in the clear. */
  readonly lock?: Lock;
  readonly close: () => Promise<void>;
}

interface OpenOptions extends UnlockOptions {
  /** What opens an encrypted file, where that is at hand. */
  readonly key?: Unlock;
}

/** Opens a session file, whole or not, encrypted or not. @throws CliError, RecordingError */
export const openFile = async (path: string, unlock: OpenOptions = {}): Promise<OpenedFile> => {
  const file = await FileSource.open(path);
  try {
    const isSealed = (await sealingOf(file)) !== "none";
    const key = isSealed ? (unlock.key ?? (await unlockOf(unlock, path))) : undefined;
    const source = key === undefined ? file : await openSealed(file, key);
    const lock = key && (await lockOfUnlock(key));
    const session = await openSession(source, oneLine(path));
    return { source, session, fileName: basename(path), ...(lock && { lock }), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
};

const MOST_SHOWN = 3;

/** What could not be believed, a line for each of the first few. */
export const warningLines = ({ session, fileName }: OpenedFile): readonly string[] => {
  const { warnings } = session;
  const shown = warnings.slice(0, MOST_SHOWN).map(({ message }) => `${fileName}: ${message}`);
  const more = warnings.length - shown.length;
  return more > 0 ? [...shown, `${fileName}: and ${String(more)} more like these`] : shown;
};
