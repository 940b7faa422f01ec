/** How the files of a folder of sessions end. */
export const SESSION_ENDING = ".mcap";
/** After the ending above, where a file is encrypted. */
export const SEALED_ENDING = ".sealed";

export const isSessionFile = (name: string): boolean =>
  !name.startsWith(".") && (name.endsWith(SESSION_ENDING) || name.endsWith(SESSION_ENDING + SEALED_ENDING));
