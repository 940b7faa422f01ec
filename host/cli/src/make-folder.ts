import { mkdir, rmdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const found = (path: string): Promise<"nothing" | "folder" | "other"> =>
  stat(path).then(
    (entry) => (entry.isDirectory() ? "folder" : "other"),
    () => "nothing",
  );

/**
 * Makes a folder, and those above it that are not there yet: one by one, since Node's own recursive `mkdir` never returns
 * where a folder that is there takes no new one and calls it absent, as /proc does.
 *
 * @returns the folders that were made, outermost first
 * @throws what `mkdir` throws; then none of them is left
 */
export const makeFolder = async (dir: string): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (let path = resolve(dir); (await found(path)) === "nothing"; path = dirname(path)) missing.unshift(path);
  // What stands in the way says so itself.
  if ((await found(dir)) === "other") missing.push(resolve(dir));
  const made: string[] = [];
  try {
    for (const path of missing) {
      await mkdir(path);
      made.push(path);
    }
  } catch (error) {
    for (const path of made.reverse()) await rmdir(path).catch(() => undefined);
    throw error;
  }
  return made;
};
