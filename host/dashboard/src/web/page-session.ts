import { type Band, BandGroup, FrameBand } from "@entrain/band";
import { MemoryFile, NO_NAMES, withPeople } from "@entrain/recording";
import { HeldClock, LiveSession, recordedLink, Recorder } from "@entrain/session";
import { castOf, createWorld, runInRealTime } from "@entrain/simulator";
import { mulberry32 } from "@entrain/synchrony";
import { every, type Scheduler } from "@entrain/time";
import { VirtualClock } from "@entrain/time/testing";
import type { ChosenBand } from "./choose-band.ts";
import { shippedExercises } from "./exercises.ts";
import { keepSession, type KeptSession } from "./kept-sessions.ts";
import { openSimulated } from "./simulated-link.ts";

export interface PageSessionOpts {
  readonly scheduler: Scheduler;
  /** Bands on real wrists; with none, all people are virtual. */
  readonly own: readonly ChosenBand[];
  /** How many virtual people there are beside them. */
  readonly virtual: number;
  readonly seed: number;
}

export interface PageSession {
  readonly session: LiveSession;
  /** Motors off, links closed; resolves to what was kept. */
  end(): Promise<KeptSession>;
}

const BPM = 90;
const WINDOW_S = 30;
/** At most so much is missing when a tab is closed without a word. */
const KEEP_MICROS = 5_000_000;
const STOP_PATIENCE_MILLIS = 2_000;

const membersOf = ({ own, virtual, seed, scheduler }: PageSessionOpts, clock: VirtualClock) => {
  const world = createWorld({ scheduler: clock, seed, cast: castOf(virtual), bpm: BPM });
  const stopWorld = runInRealTime(clock, scheduler);
  const simulated = world.bands.map((band) => ({ name: band.name, openLink: () => openSimulated(band) }));
  return { members: [...own, ...simulated], stopWorld };
};

/** A whole session in this page: bands, scores, exercises, recording. Nothing of it leaves the page. */
export const startPageSession = async (opts: PageSessionOpts): Promise<PageSession> => {
  const { scheduler: real, own, seed } = opts;
  const virtual = new VirtualClock();
  const { members, stopWorld } = membersOf(opts, virtual);
  // Where all are virtual theirs is the session's time: nothing is between the two.
  const scheduler = new HeldClock(own.length > 0 ? real : virtual);
  const names = members.map(({ name }) => name);
  const { list, pseudonyms } = withPeople(NO_NAMES, names);
  const file = new MemoryFile();
  const id = crypto.randomUUID();
  const startedAt = new Date().toISOString();
  const fileName = `${startedAt.slice(0, 19).replaceAll(":", "-")}.mcap`;
  const kept = (): KeptSession => ({ id, startedAt, fileName, people: list.people, bytes: file.bytes.slice() });
  const recorder = new Recorder({
    sink: file,
    scheduler,
    sessionId: id,
    title: "Session",
    startedAt,
    simulated: own.length === 0,
    software: { entrain: "web", runtime: navigator.userAgent },
    members: pseudonyms.map((pseudonym) => ({ pseudonym, placement: "wrist" })),
    seed,
    windowS: WINDOW_S,
    fileName,
  });
  const bands: readonly Band[] = members.map(({ name, openLink }, member) => {
    const record = (entry: Parameters<Recorder["append"]>[0]): void => {
      recorder.append(entry);
    };
    return new FrameBand({ name, scheduler, openLink: recordedLink({ openLink, member, clock: scheduler, record }) });
  });
  const group = new BandGroup(bands);
  const session = new LiveSession({
    scheduler,
    group,
    random: mulberry32(seed),
    title: own.length > 0 ? "Your wrist among virtual people" : "Virtual people",
    simulated: opts.virtual > 0,
    bpm: BPM,
    exercises: shippedExercises(),
    recorder,
  });
  const stopKeeping = every(real, KEEP_MICROS, () => void keepSession(kept()).catch(() => undefined));
  const close = async (): Promise<void> => {
    stopKeeping();
    session.close();
    await group.close();
    stopWorld();
    recorder.close();
  };
  try {
    await Promise.all(bands.map((band) => band.connect()));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    session,
    end: async () => {
      const patience = new Promise<void>((resolve) => window.setTimeout(resolve, STOP_PATIENCE_MILLIS));
      await Promise.race([group.stopAll(() => undefined), patience]);
      await close();
      const whole = kept();
      await keepSession(whole);
      return whole;
    },
  };
};
