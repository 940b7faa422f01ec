import { type Band, BandGroup, FrameBand, type OpenLink } from "@entrain/band";
import type { Outlet } from "@entrain/outlets";
import { createServer } from "@entrain/server";
import { HeldClock, LiveSession, recordedLink } from "@entrain/session";
import { mulberry32 } from "@entrain/synchrony";
import type { Scheduler } from "@entrain/time";
import { lockOf } from "../at-rest/lock-options.ts";
import { type ExerciseOptions, repertoireOf } from "../exercise/exercise-option.ts";
import { openShelf } from "../exercise/shelf.ts";
import { sayExercise, sayLead } from "../exercise/say-exercise.ts";
import { type Recording, startRecording } from "../record/start-recording.ts";
import type { RecordOptions } from "../record/record-options.ts";
import { untilSignal } from "../until-signal.ts";
import { lanAddressOf, type LanOptions } from "./lan-option.ts";
import { companyOf, type CompanyOptions } from "./company-options.ts";
import { closeOutlets, openOutlets, type OutletOptions } from "./outlet-options.ts";
import { pageDir } from "./page-dir.ts";
import { type PeopleOptions, readPeople, settingsOfPeople } from "./people-option.ts";

export interface ServedMember {
  readonly name: string;
  /** How to reach a band that speaks our frames; or what makes another kind of band. */
  readonly reach: OpenLink | { readonly createBand: (scheduler: Scheduler) => Band };
  /** `bridged`: it joins when it is heard, and nobody waits for it. */
  readonly signal?: "bridged";
}

export interface ServeOpts
  extends RecordOptions, OutletOptions, ExerciseOptions, CompanyOptions, PeopleOptions, LanOptions {
  readonly scheduler: Scheduler;
  readonly members: readonly ServedMember[];
  readonly title: string;
  readonly simulated: boolean;
  readonly bpm: number;
  readonly port: number;
  readonly seed: number;
  /** Begin pacing as soon as the bands are ready. */
  readonly autoStart: boolean;
  readonly say: (line: string) => void;
}

/** The longest that leaving waits for bands to confirm that they have stopped. */
const STOP_PATIENCE_MILLIS = 2_000;

const stopBeforeLeaving = async (group: BandGroup): Promise<void> => {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_PATIENCE_MILLIS).unref());
  await Promise.race([group.stopAll(() => undefined), patience]);
};

const recordingOf = async (
  { record, activity, ...opts }: ServeOpts,
  setlist: readonly string[],
  scheduler: Scheduler,
): Promise<Recording | undefined> => {
  const exercise = activity ?? setlist[0];
  const lock = await lockOf(opts, record !== undefined);
  if (record === undefined) return undefined;
  const { exercise: _asked, ...described } = opts;
  return startRecording({
    ...described,
    ...(exercise !== undefined && { exercise }),
    dir: record,
    scheduler,
    names: opts.members.map(({ name }) => name),
    ...(lock && { lock }),
    warn: (line) => {
      process.stderr.write(`entrain: ${line}\n`);
    },
  });
};

/** Bands whose lines are recorded, where anything is. */
const bandsOf = (members: readonly ServedMember[], clock: HeldClock, recording?: Recording): readonly Band[] =>
  members.map(({ name, reach, signal }, member) => {
    if (typeof reach !== "function") return reach.createBand(clock);
    const record =
      recording && recordedLink({ openLink: reach, member, clock, record: (e) => recording.recorder.append(e) });
    return new FrameBand({ name, scheduler: clock, openLink: record ?? reach, ...(signal && { signal }) });
  });

/** Waits for bands that have a link of their own. Those behind a bridge join when they are heard, whenever that is. */
const joinBands = async (bands: readonly Band[], say: (line: string) => void): Promise<void> => {
  const direct = bands.filter(({ signal }) => signal !== "bridged");
  const bridged = bands.filter(({ signal }) => signal === "bridged");
  // One that is closed before it was heard is no error.
  for (const band of bridged) void band.connect().catch(() => undefined);
  await Promise.all(direct.map((band) => band.connect()));
  if (direct.length > 0)
    say(
      `${String(direct.length)} ${direct.length === 1 ? "band" : "bands"} connected: ${direct.map(({ name }) => name).join(", ")}`,
    );
  if (bridged.length > 0)
    say(`Listening for ${String(bridged.length)} numbered bands; each joins as soon as it is heard`);
};

/** Connects the bands, serves the page, and runs until the program is asked to end: then every motor is stopped first. */
export const serveSession = async ({ people: peopleFile, ...opts }: ServeOpts): Promise<void> => {
  const { members, say } = opts;
  const lanAddress = lanAddressOf(opts);
  const names = members.map(({ name }) => name);
  const { facilitator, agreed } = companyOf(opts, names);
  const scheduler = new HeldClock(opts.scheduler);
  const { exercises: asked, setlist } = await repertoireOf(opts, opts.seed);
  const exercises = [...asked];
  const shelf = await openShelf({ into: exercises });
  const wishes = await readPeople({ ...(peopleFile !== undefined && { people: peopleFile }) });
  const recording = await recordingOf(opts, setlist, scheduler);
  const bands = bandsOf(members, scheduler, recording);
  const group = new BandGroup(bands);
  const { facilitator: _name, ...rest } = opts;
  const pseudonyms = recording?.recorder.config.members.map(({ pseudonym }) => pseudonym) ?? [];
  const session = new LiveSession({
    ...rest,
    ...(facilitator !== undefined && { facilitator }),
    scheduler,
    group,
    exercises,
    setlist,
    people: settingsOfPeople(wishes, names, pseudonyms),
    random: mulberry32(opts.seed),
    ...(recording && { recorder: recording.recorder }),
  });
  const leaving = untilSignal();
  let outlets: readonly Outlet[] = [];
  session.subscribe(sayExercise(say));
  session.subscribe(sayLead(say));
  try {
    for (const member of agreed)
      for (const use of ["felt-by-others", "feel-others"] as const)
        await session.command({ kind: "consent", member, use, given: true });
    outlets = await openOutlets(session, names, opts);
    const server = await createServer({
      session,
      shelf,
      pageDir: pageDir(),
      port: opts.port,
      ...(lanAddress !== undefined && { lanAddress }),
    });
    try {
      say(`Open ${server.url}  (Ctrl-C ends)`);
      if (server.lanUrl !== undefined)
        say(
          `Other devices on this network join at ${server.lanUrl} with a code from the page; what they see and say is not encrypted on the way`,
        );
      for (const { description } of outlets) say(`Sending ${description}`);
      if (recording !== undefined) say(`Recording to ${recording.path}`);
      await joinBands(bands, say);
      if (opts.autoStart) await session.command({ kind: "start" });
      await leaving;
      await stopBeforeLeaving(group);
    } finally {
      await server.close();
    }
  } finally {
    session.close();
    await closeOutlets(outlets);
    await group.close();
    await recording?.close();
  }
};
