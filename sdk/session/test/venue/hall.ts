import { sessionMicros } from "@entrain/protocol";
import { createWorld, DEMO_CAST, type Person, type SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import {
  type FoundPort,
  type Ground,
  type GroupDocument,
  type GroupStore,
  FIRST_CONSENTS,
  HeldClock,
  type OpenMemory,
  type OpenState,
  type SessionCommand,
  type SessionView,
  Venue,
} from "../../src/index.ts";
import { openSimulated, settle } from "../room.ts";

const SEED = 5;

/** A group of so many, with names of one letter. */
export const groupOf = (people: number, change: Partial<GroupDocument> = {}): GroupDocument => ({
  format: "entrain-group",
  id: "tuesday",
  name: "Tuesday",
  scores: true,
  record: false,
  consents: FIRST_CONSENTS,
  people: Array.from({ length: people }, (_, mark) => ({ pseudonym: String.fromCharCode(65 + mark), mark })),
  ...change,
});

class MemoryGroups implements GroupStore {
  readonly kept = new Map<string, GroupDocument>();
  list = (): Promise<readonly GroupDocument[]> => Promise.resolve([...this.kept.values()]);
  save = (group: GroupDocument): Promise<void> => Promise.resolve(void this.kept.set(group.id, group));
  remove = (id: string): Promise<void> => Promise.resolve(void this.kept.delete(id));
}

/** A venue over simulated bands that run the real firmware, in virtual time. */
export interface Hall {
  readonly clock: VirtualClock;
  readonly venue: Venue;
  readonly groups: MemoryGroups;
  /** What was last remembered. */
  readonly memory: { state: OpenState | undefined; ageS: number };
  readonly bands: readonly SimulatedBand[];
  band(name: string): SimulatedBand;
  pass(seconds: number): Promise<void>;
  ask(...commands: readonly SessionCommand[]): Promise<void>;
  view(): SessionView;
  /** A press, and then the hold that means 'go'. */
  sayYes(name: string): Promise<void>;
  /** The program is gone without a word, and starts again over the same bands. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const openHall = (cast: readonly Person[] = DEMO_CAST.slice(0, 3)): Hall => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed: SEED, cast, bpm: 90 });
  const groups = new MemoryGroups();
  const memory: Hall["memory"] = { state: undefined, ageS: 3 };
  const ground = (): Ground => ({
    scheduler: new HeldClock(clock),
    real: false,
    find: () =>
      Promise.resolve(
        world.bands.map((band): FoundPort => ({
          id: `sim:${band.name}`,
          label: band.name,
          openLink: () => openSimulated(band, new Set()),
        })),
      ),
    close: () => undefined,
  });
  const openMemory: OpenMemory = {
    load: () => Promise.resolve(memory.state && { state: memory.state, ageS: memory.ageS }),
    save: (state) => Promise.resolve(void (memory.state = state)),
    clear: () => Promise.resolve(void (memory.state = undefined)),
  };
  const begin = (): Venue =>
    new Venue({ ground: ground(), openTry: ground, exercises: [], seed: SEED, bpm: 90, groups, memory: openMemory });
  let venue = begin();
  const pass = (seconds: number): Promise<void> =>
    clock.advanceToDrained(sessionMicros(clock.nowMicros() + seconds * 1e6), settle);
  const band = (name: string): SimulatedBand => {
    const found = world.bands.find((each) => each.name === name);
    if (found === undefined) throw new Error(`expected ${name} in the hall`);
    return found;
  };
  return {
    clock,
    get venue() {
      return venue;
    },
    groups,
    memory,
    bands: world.bands,
    band,
    pass,
    ask: async (...commands) => {
      for (const command of commands) {
        const done = venue.command(command);
        // What is refused is awaited below.
        done.catch(() => undefined);
        await pass(0.8);
        await done;
      }
    },
    view: () => venue.view(),
    sayYes: async (name) => {
      const wearer = band(name);
      wearer.button(true);
      await pass(0.12);
      wearer.button(false);
      await pass(0.6);
      wearer.button(true);
      await pass(2.3);
      wearer.button(false);
      await pass(0.3);
    },
    restart: async () => {
      const { state } = memory;
      await Promise.all([venue.close(), pass(1)]);
      memory.state = state;
      venue = begin();
      const resumed = venue.resume();
      await pass(8);
      await resumed;
    },
    close: async () => {
      await Promise.all([venue.close(), pass(2)]);
    },
  };
};
