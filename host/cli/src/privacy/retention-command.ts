import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CLASSROOM, isPast, NAMES_FILE, type RetentionPolicy, withoutRawMotion } from "@entrain/recording";
import { Command, Option } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { oneLine } from "../score/text.ts";
import { forgetIndex, OUT_OF_REACH, removeFile, rewriteInPlace, sessionFilesIn, tryOpen } from "./folder.ts";
import { readPolicy } from "./retention-policy.ts";

/** One thing that a policy asks for. */
interface Duty {
  readonly text: string;
  /** undefined: it cannot be done, and `text` says why. */
  readonly act?: () => Promise<void>;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

interface Asked {
  readonly dir: string;
  readonly policy: RetentionPolicy;
  readonly unlock: UnlockOptions;
}

const dutyFor = async ({ dir, policy, unlock }: Asked, name: string): Promise<Duty | undefined> => {
  const path = join(dir, name);
  const isOld = (sinceMillis: number): boolean => isPast(policy, sinceMillis, Date.now());
  const deletion = { text: `delete ${name}: older than ${String(policy.keepHours)} h`, act: () => removeFile(path) };
  if (isOld((await stat(path)).mtimeMs)) return deletion;
  const file = await tryOpen(path, unlock);
  if (typeof file === "string") return { text: `cannot look into ${name}: ${file}` };
  const { session } = file;
  await file.close();
  // By its own word: copying a file makes it no younger.
  if (isOld(Date.parse(session.config.startedAt))) return deletion;
  if (policy.rawMotion || (session.counts.frame ?? 0) === 0) return undefined;
  return {
    text: `take the raw motion out of ${name}`,
    act: async () => {
      const opened = await tryOpen(path, unlock);
      if (typeof opened === "string") throw new CliError("bad-file", opened);
      try {
        await rewriteInPlace(path, opened, withoutRawMotion(session.config));
      } finally {
        await opened.close();
      }
    },
  };
};

const dutiesIn = async (asked: Asked): Promise<readonly Duty[]> => {
  const { dir, policy } = asked;
  const duties: Duty[] = [];
  for (const name of await sessionFilesIn(dir)) {
    const duty = await dutyFor(asked, name);
    if (duty !== undefined) duties.push(duty);
  }
  const names = join(dir, NAMES_FILE);
  if (!policy.names && (await exists(names)))
    duties.push({ text: `delete ${NAMES_FILE}`, act: () => removeFile(names) });
  return duties;
};

interface RetentionOptions extends UnlockOptions {
  readonly policy?: "classroom";
  readonly apply: boolean;
}

const run = async (dir: string, { policy: named, apply, ...unlock }: RetentionOptions): Promise<void> => {
  const policy = named === undefined ? await readPolicy(dir) : CLASSROOM;
  if (policy === undefined) {
    throw new CliError("usage", `expected a retention.json or --policy classroom, found neither, for ${oneLine(dir)}`);
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const duties = await dutiesIn({ dir, policy, unlock });
  for (const { text, act } of duties) {
    if (apply) await act?.();
    say(apply && act !== undefined ? `done: ${text}` : act === undefined ? text : `would ${text}`);
  }
  if (duties.length === 0) say("nothing to do");
  else if (apply) {
    await forgetIndex(dir);
    for (const line of OUT_OF_REACH) say(line);
  } else say("nothing was changed; --apply does it");
};

/** `entrain retention`: what a folder's policy asks for, shown first and done with --apply. */
export const createRetentionCommand = (): Command =>
  addUnlockOptions(new Command("retention"))
    .description("keep a folder of sessions to its policy: how long, with names, with raw motion")
    .argument("<dir>", "a folder of sessions; its retention.json is the policy")
    .addOption(new Option("--policy <name>", "instead: no names, no raw motion, 24 hours").choices(["classroom"]))
    .option("--apply", "do it; without, it is only shown", false)
    .action(run);
