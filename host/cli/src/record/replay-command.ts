import { dirname } from "node:path";
import { FORGOTTEN, NO_NAMES, type RecordedSession } from "@entrain/recording";
import { createServer } from "@entrain/server";
import { checkReplay, ReplaySession } from "@entrain/session";
import { Command } from "commander";
import { CliError } from "../errors.ts";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { pageDir } from "../live/page-dir.ts";
import { networkPort } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { untilSignal } from "../until-signal.ts";
import { readNames } from "./names-file.ts";
import { type OpenedFile, openFile, warningLines } from "./open-file.ts";

interface ReplayOptions extends UnlockOptions {
  readonly speed: number;
  readonly pagePort: number;
  readonly check: boolean;
  readonly names: boolean;
}

/** Elsewhere than on the engine that recorded, a number may differ by this much. */
const TOLERANCE = 1e-9;

const speedOf = (text: string): number => {
  const speed = text === "max" ? Infinity : Number(text);
  if (text.trim() !== "" && speed > 0 && (speed <= 1_000 || text === "max")) return speed;
  throw new CliError("usage", `expected --speed as a number above 0 up to 1000, or max, found "${text}"`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const whoOf = ({ config }: RecordedSession, member: number): string => {
  const pseudonym = config.members[member]?.pseudonym ?? "";
  return pseudonym === FORGOTTEN ? "somebody who was forgotten" : pseudonym;
};

const check = async ({ source, session, fileName }: OpenedFile): Promise<void> => {
  const checked = await checkReplay(source, session);
  const { ticks, identical, sameEngine, withoutLines } = checked;
  const { engine } = session.config.software;
  say(`${String(identical)} of ${String(ticks)} readings came out the same to the last bit`);
  if (!sameEngine) say(`recorded by ${engine}, which is not the engine here`);
  const isPart = withoutLines.length > 0;
  const difference = isPart ? checked.largestOwnDifference : checked.largestDifference;
  const isSame = isPart ? difference === 0 : identical === ticks;
  if (isPart) {
    const who = withoutLines.map((member) => whoOf(session, member)).join(", ");
    say(`the raw motion of ${who} is not in the file, so that the group's readings cannot be computed anew`);
  }
  if (isPart && isSame) say("what was found of each other person alone came out the same to the last bit");
  if (isSame || (!sameEngine && difference <= TOLERANCE)) return;
  const found = `a difference of ${String(difference)}`;
  throw new CliError(
    "bad-file",
    `expected the readings of the file from its own lines, found ${found}, in ${fileName}`,
  );
};

const serve = async (file: OpenedFile, path: string, { speed, pagePort, names }: ReplayOptions): Promise<void> => {
  const { people } = names ? await readNames(dirname(path)) : NO_NAMES;
  const session = await ReplaySession.create({
    ...file,
    scheduler: systemScheduler(),
    speed,
    nameOf: (pseudonym) => people[pseudonym],
  });
  const leaving = untilSignal();
  const server = await createServer({ session, pageDir: pageDir(), port: pagePort });
  try {
    say(`Open ${server.url}  (Ctrl-C ends)`);
    const running = session.run().then(() => {
      say("The replay has come to its end; the page shows the last moment");
    });
    await Promise.race([leaving, running.then(() => leaving)]);
  } finally {
    session.close();
    await server.close();
  }
};

const run = async (path: string, options: ReplayOptions): Promise<void> => {
  const file = await openFile(path, options);
  try {
    for (const line of warningLines(file)) process.stderr.write(`entrain: ${line}\n`);
    if ((file.session.counts.frame ?? 0) === 0)
      throw new CliError("bad-file", `expected a session with its raw motion, found none of it, at ${path}`);
    await (options.check ? check(file) : serve(file, path, options));
  } finally {
    await file.close();
  }
};

/** `entrain replay`: a recorded session through the pipeline and on the page of a live one. */
export const createReplayCommand = (): Command =>
  addUnlockOptions(new Command("replay"))
    .description("show a recorded session as it was, computed anew from what the bands sent")
    .argument("<file>", "a session file")
    .option("--speed <times>", "times real time, or max", speedOf, 1)
    .option("--page-port <port>", "of the page; 0 takes a free one", networkPort("--page-port"), 4173)
    .option("--no-names", "show pseudonyms, even where there is a list of names")
    .option("--check", "no page: compare every reading with the one in the file", false)
    .action(run);
