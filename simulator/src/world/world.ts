import type { BoardId } from "@entrain/boards";
import type { Scheduler } from "@entrain/time";
import type { InterpreterCost } from "../band/cost.ts";
import { type Body, createChangeable } from "../body/index.ts";
import { SimulatedBand } from "../band/simulated-band.ts";
import type { Faults, SimLink } from "../link/index.ts";
import { createSimulatedBinding } from "../port/simulated-binding.ts";
import { createRandom } from "../random/index.ts";
import type { Manner } from "./manners.ts";
import { createPerson, type Person } from "./person.ts";

export interface WorldOpts {
  readonly scheduler: Scheduler;
  readonly seed: number;
  readonly cast: readonly Person[];
  /** Beats a minute that the people expect; what the host paces at may differ. */
  readonly bpm?: number;
  /** Board and link of each band. Default: a mix of both boards, on the links that they have. */
  readonly bandOf?: (index: number) => { readonly board: BoardId; readonly link: "usb" | "ble" };
  readonly cost?: InterpreterCost;
  readonly faults?: { readonly toHost?: Faults; readonly toDevice?: Faults };
}

export interface World {
  readonly bands: readonly SimulatedBand[];
  /** One path a band, `sim:` and its name. */
  readonly paths: readonly string[];
  readonly binding: ReturnType<typeof createSimulatedBinding>;
  /** How a person takes part now. */
  mannerOf(index: number): Manner;
  /** Somebody takes part in another way from now on; whoever is not there changes nothing. */
  setManner(index: number, manner: Manner): void;
}

const DEFAULT_BPM = 100;
const SECONDS_PER_MINUTE = 60;
/** Two of three bands are do-it-yourself ones on USB, the third a watch on Bluetooth. */
const mixed = (index: number): { board: BoardId; link: "usb" | "ble" } =>
  index % 3 === 2 ? { board: "banglejs2", link: "ble" } : { board: "xiao-sense", link: "usb" };

/**
 * A room of virtual people with a band each. The same seed gives the same bytes on every link: each person, band and
 * link draws from a stream of its own.
 */
export const createWorld = ({
  scheduler,
  seed,
  cast,
  bpm = DEFAULT_BPM,
  bandOf = mixed,
  cost,
  faults,
}: WorldOpts): World => {
  const random = createRandom(seed);
  const people = cast.map((person) => {
    const own = random.fork(person.name);
    const live = (manner: Manner, label: string): Body =>
      createPerson({ ...person, manner }, bpm / SECONDS_PER_MINUTE, scheduler.nowMicros(), own.fork(label));
    return { own, live, body: createChangeable(live(person.manner, "body")), manner: person.manner, changes: 0 };
  });
  const bands = cast.map((person, index) => {
    const { own, body } = people[index] as (typeof people)[number];
    return new SimulatedBand({
      ...bandOf(index),
      name: person.name,
      scheduler,
      random: own.fork("band"),
      body,
      ...(cost && { cost }),
      ...(faults && { faults }),
    });
  });
  const ports = new Map<string, SimLink>(bands.map((band) => [`sim:${band.name}`, band.link]));
  return {
    bands,
    paths: [...ports.keys()],
    binding: createSimulatedBinding(ports),
    mannerOf: (index) => people[index]?.manner ?? "still",
    setManner(index, manner) {
      const person = people[index];
      if (person === undefined || person.manner === manner) return;
      person.manner = manner;
      person.body.become(person.live(manner, `body ${String(++person.changes)}`), scheduler.nowMicros());
    },
  };
};
