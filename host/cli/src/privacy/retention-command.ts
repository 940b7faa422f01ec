import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CLASSROOM, isPast, NAMES_FILE, type RetentionPolicy, withoutRawMotion } from "@entrain/recording";
import { Command, Option } from "commander";
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

const dutyFor = async (dir: string, name: string, policy: RetentionPolicy): Promise<Duty | undefined> => {
  const path = join(dir, name);
  if (isPast(policy, (await stat(path)).mtimeMs, Date.now())) {
    return { text: `delete ${name}: older than ${String(policy.keepHours)} h`, act: () => removeFile(path) };
  }
  if (policy.rawMotion) return undefined;
  const file = await tryOpen(path);
  if (typeof file === "string") return { text: `cannot look into ${name}: ${file}` };
  const { session } = file;
  await file.close();
  if ((session.counts.frame ?? 0) === 0) return undefined;
  return {
    text: `take the raw motion out of ${name}`,
    act: async () => {
      const opened = await tryOpen(path);
      if (typeof opened === "string") throw new CliError("bad-file", opened);
      try {
        await rewriteInPlace(path, opened, withoutRawMotion(session.config));
      } finally {
        await opened.close();
      }
    },
  };
};

const dutiesIn = async (dir: string, policy: RetentionPolicy): Promise<readonly Duty[]> => {
  const duties: Duty[] = [];
  for (const name of await sessionFilesIn(dir)) {
    const duty = await dutyFor(dir, name, policy);
    if (duty !== undefined) duties.push(duty);
  }
  const names = join(dir, NAMES_FILE);
  if (!policy.names && (await exists(names)))
    duties.push({ text: `delete ${NAMES_FILE}`, act: () => removeFile(names) });
  return duties;
};

interface RetentionOptions {
  readonly policy?: "classroom";
  readonly apply: boolean;
}

const run = async (dir: string, { policy: named, apply }: RetentionOptions): Promise<void> => {
  const policy = named === undefined ? await readPolicy(dir) : CLASSROOM;
  if (policy === undefined) {
    throw new CliError("usage", `expected a retention.json or --policy classroom, found neither, for ${oneLine(dir)}`);
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const duties = await dutiesIn(dir, policy);
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
  new Command("retention")
    .description("keep a folder of sessions to its policy: how long, with names, with raw motion")
    .argument("<dir>", "a folder of sessions; its retention.json is the policy")
    .addOption(new Option("--policy <name>", "instead: no names, no raw motion, 24 hours").choices(["classroom"]))
    .option("--apply", "do it; without, it is only shown", false)
    .action(run);
