import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CLASSROOM, parseRetention, RETENTION_FILE, type RetentionPolicy } from "@entrain/recording";
import { CliError } from "../errors.ts";
import { oneLine } from "../score/text.ts";
import { writeTogether } from "../score/write-together.ts";

/** The policy that a folder has; undefined where it has none. @throws CliError `bad-file` */
export const readPolicy = async (dir: string): Promise<RetentionPolicy | undefined> => {
  const path = join(dir, RETENTION_FILE);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new CliError("bad-file", `expected a policy, found ${(error as Error).message}, at ${oneLine(path)}`);
  });
  if (text === undefined) return undefined;
  const policy = parseRetention(text);
  if (policy !== undefined) return policy;
  throw new CliError("bad-file", `expected a retention policy, found something else, at ${oneLine(path)}`);
};

/** Leaves the policy of a class in a folder that has none. */
export const beginClassroom = async (dir: string): Promise<void> => {
  if ((await readPolicy(dir)) !== undefined) return;
  await writeTogether(dir, { [RETENTION_FILE]: `${JSON.stringify(CLASSROOM, null, 2)}\n` });
};
