import { readFile } from "node:fs/promises";

/** Of this program. */
export const ownVersion = async (): Promise<string> => {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};
