/** How the files of a folder of sessions end. */
export const SESSION_ENDING = ".mcap";
/** After the ending above, where a file is encrypted. */
export const SEALED_ENDING = ".sealed";

export const isSessionFile = (name: string): boolean =>
  !name.startsWith(".") && (name.endsWith(SESSION_ENDING) || name.endsWith(SESSION_ENDING + SEALED_ENDING));

/** The name for something made of a session file: `a.mcap` and `.recovered` give `a.recovered.mcap`; encrypted stays so. */
export const besideIt = (path: string, what: string): string => {
  const sealed = path.endsWith(SEALED_ENDING) ? SEALED_ENDING : "";
  const plain = path.slice(0, path.length - sealed.length);
  const stem = plain.endsWith(SESSION_ENDING) ? plain.slice(0, -SESSION_ENDING.length) : plain;
  return stem + what + SESSION_ENDING + sealed;
};
