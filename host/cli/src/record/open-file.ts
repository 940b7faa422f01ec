import { basename } from "node:path";
import { type ByteSource, openSealed, openSession, type RecordedSession, sealingOf } from "@entrain/recording";
import { FileSource } from "@entrain/recording/node";
import { type UnlockOptions, unlockOf } from "../at-rest/unlock-options.ts";
import { oneLine } from "../score/text.ts";

export interface OpenedFile {
  /** What is in the file, decrypted where it is encrypted. */
  readonly source: ByteSource;
  readonly session: RecordedSession;
  readonly fileName: string;
  readonly close: () => Promise<void>;
}

/** Opens a session file, whole or not, encrypted or not. @throws CliError, RecordingError */
export const openFile = async (path: string, unlock: UnlockOptions = {}): Promise<OpenedFile> => {
  const file = await FileSource.open(path);
  try {
    const isSealed = (await sealingOf(file)) !== "none";
    const source = isSealed ? await openSealed(file, await unlockOf(unlock, path)) : file;
    const session = await openSession(source, oneLine(path));
    return { source, session, fileName: basename(path), close: () => file.close() };
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
