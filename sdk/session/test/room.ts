import { BandError, BandGroup, type ByteLink, FrameBand } from "@entrain/band";
import { type BoardId } from "@entrain/boards";
import type { ExerciseDocument, PersonSettings } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import { createWorld, DEMO_CAST, type Person, type SimulatedBand, type World } from "@entrain/simulator";
import { mulberry32 } from "@entrain/synchrony";
import { VirtualClock } from "@entrain/time/testing";
import { MemoryFile } from "@entrain/recording";
import { HeldClock, LiveSession, recordedLink, Recorder, type SessionView } from "../src/index.ts";

const SEED = 11;
const PROMISES = 12;

export interface RoomOpts {
  readonly cast?: readonly Person[];
  readonly seed?: number;
  readonly bpm?: number;
  readonly boards?: BoardId;
  readonly windowS?: number;
  /** Default true. */
  readonly recorded?: boolean;
  readonly facilitator?: number;
  readonly exercises?: readonly ExerciseDocument[];
  readonly people?: readonly PersonSettings[];
}

/** A simulated room and the session that runs in it, on virtual time. */
export interface Room {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly group: BandGroup;
  readonly session: LiveSession;
  /** What was recorded; whole once the room is closed. */
  readonly file: MemoryFile;
  /** Every view that was published. */
  readonly views: SessionView[];
  /** Bands by name that no port leads to. */
  readonly unplugged: Set<string>;
  bandOf(name: string): SimulatedBand;
  /** Lets time pass. */
  pass(seconds: number): Promise<void>;
  unplug(name: string): void;
  close(): Promise<void>;
}

/** Lets promises come to rest; the simulation has no streams in it. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < PROMISES; i++) await Promise.resolve();
};

/** The host's end of a simulated cable, or of a connection through the air. */
export const openSimulated = (band: SimulatedBand, unplugged: ReadonlySet<string>): Promise<ByteLink> => {
  if (unplugged.has(band.name)) return Promise.reject(new BandError("port-not-found", "expected a port, found none"));
  const { host } = band.link;
  const link: ByteLink = {
    onBytes: undefined,
    onClose: undefined,
    write: (bytes) => {
      host.write(bytes);
    },
    close: () => {
      band.link.disconnect();
      return Promise.resolve();
    },
  };
  band.link.connect();
  host.onBytes = (bytes) => link.onBytes?.(bytes);
  host.onOpenChange = (isOpen) => {
    if (!isOpen) link.onClose?.("unplugged");
  };
  return Promise.resolve(link);
};

export const openRoom = ({
  cast = DEMO_CAST.slice(0, 3),
  seed = SEED,
  bpm = 100,
  windowS = 30,
  recorded = true,
  facilitator,
  exercises = [],
  people = [],
}: RoomOpts = {}): Room => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed, cast, bpm });
  const unplugged = new Set<string>();
  const held = new HeldClock(clock);
  const file = new MemoryFile();
  const recorder = new Recorder({
    sink: file,
    scheduler: held,
    sessionId: "room",
    title: "Room",
    startedAt: "2026-03-03T10:00:00.000Z",
    simulated: true,
    software: { entrain: "0.0.0", runtime: "test" },
    members: world.bands.map((_, k) => ({ pseudonym: `P${String(k + 1)}`, placement: "wrist" })),
    seed,
    windowS,
    fileName: "room.mcap",
  });
  const group = new BandGroup(
    world.bands.map(
      (band, member) =>
        new FrameBand({
          name: band.name,
          scheduler: held,
          openLink: recordedLink({
            openLink: () => openSimulated(band, unplugged),
            member,
            clock: held,
            record: (entry) => {
              recorder.append(entry);
            },
          }),
        }),
    ),
  );
  const session = new LiveSession({
    scheduler: held,
    group,
    ...(recorded && { recorder }),
    ...(facilitator !== undefined && { facilitator }),
    random: mulberry32(seed),
    title: "Room",
    simulated: true,
    bpm,
    exercises,
    people,
  });
  const views: SessionView[] = [];
  session.subscribe((view) => views.push(view));
  const bandOf = (name: string): SimulatedBand => {
    const band = world.bands.find((each) => each.name === name);
    if (band === undefined) throw new Error(`expected ${name} in the room`);
    return band;
  };
  return {
    clock,
    world,
    group,
    session,
    file,
    views,
    unplugged,
    bandOf,
    pass: (seconds) => clock.advanceToDrained(sessionMicros(clock.nowMicros() + seconds * 1e6), settle),
    unplug: (name) => {
      unplugged.add(name);
      bandOf(name).link.disconnect();
    },
    close: async () => {
      session.close();
      await group.close();
      recorder.close();
    },
  };
};

/** A room whose bands are connected and ready. */
export const readyRoom = async (opts?: RoomOpts): Promise<Room> => {
  const room = openRoom(opts);
  const connected = Promise.all(room.group.bands.map((band) => band.connect()));
  await room.pass(3);
  await connected;
  return room;
};

/** Gives a command and lets it come about. */
export const command = async (room: Room, ...asked: Parameters<LiveSession["command"]>): Promise<void> => {
  const done = room.session.command(...asked);
  await room.pass(0.5);
  await done;
};

export const statusOf = (room: Room, name: string): string | undefined =>
  room.session.view().bands.find((band) => band.name === name)?.status;

/** Every number in plain data. */
export const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
