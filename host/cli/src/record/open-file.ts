import { basename } from "node:path";
import { openSession, type RecordedSession } from "@entrain/recording";
import { FileSource } from "@entrain/recording/node";
import { oneLine } from "../score/text.ts";

export interface OpenedFile {
  readonly source: FileSource;
  readonly session: RecordedSession;
  readonly fileName: string;
}

/** Opens a session file, whole or not. @throws RecordingError */
export const openFile = async (path: string): Promise<OpenedFile> => {
  const source = await FileSource.open(path);
  try {
    return { source, session: await openSession(source, oneLine(path)), fileName: basename(path) };
  } catch (error) {
    await source.close();
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
