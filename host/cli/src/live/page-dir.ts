import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CliError } from "../errors.ts";

/** Where the built page lies. */
export const pageDir = (): string => {
  const dir = fileURLToPath(new URL("../../../dashboard/dist/page/", import.meta.url));
  if (existsSync(dir)) return dir;
  throw new CliError("not-built", `expected the page at ${dir}, found nothing; run npm run build`);
};
