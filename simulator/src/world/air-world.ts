import type { BoardId } from "@entrain/boards";
import type { Scheduler } from "@entrain/time";
import { SimulatedBand } from "../band/simulated-band.ts";
import { createSimulatedBinding } from "../port/simulated-binding.ts";
import { createMedium, createRooms, type Medium, type Rooms, SimulatedBridge } from "../radio/index.ts";
import { createRandom } from "../random/index.ts";
import { createPerson, type Person } from "./person.ts";

/** A room with a bridge and the people in it, whose bands are numbered from 1. */
export interface AirRoom {
  readonly group: number;
  readonly cast: readonly Person[];
}

export interface AirWorldOpts {
  readonly scheduler: Scheduler;
  readonly seed: number;
  /** Side by side: those next to each other adjoin. */
  readonly rooms: readonly AirRoom[];
  readonly bpm?: number;
  /** Board of each band. Default: two watches, then a do-it-yourself one, and so on. */
  readonly boardOf?: (index: number) => Extract<BoardId, "banglejs2" | "xiao-sense">;
  /** Share of adverts that are lost though nothing is in the way; see `RoomsOpts`. */
  readonly loss?: number;
  readonly throughWall?: number;
  readonly shadowed?: number;
}

export interface AirWorld {
  /** By room. */
  readonly bands: readonly (readonly SimulatedBand[])[];
  readonly bridges: readonly SimulatedBridge[];
  /** One port a bridge, `sim:bridge` and its room's number from 1. */
  readonly paths: readonly string[];
  readonly binding: ReturnType<typeof createSimulatedBinding>;
  readonly medium: Medium;
  /** Takes a band out of every room, or back to its own. */
  carry(room: number, band: number, isThere: boolean): void;
}

const DEFAULT_BPM = 100;
const SECONDS_PER_MINUTE = 60;
const mixed = (index: number): "banglejs2" | "xiao-sense" => (index % 3 === 2 ? "xiao-sense" : "banglejs2");

/** Rooms of virtual people whose bands are reached by a bridge, over simulated radio. The same seed gives the same adverts. */
export const createAirWorld = (opts: AirWorldOpts): AirWorld => {
  const { scheduler, bpm = DEFAULT_BPM, boardOf = mixed } = opts;
  const random = createRandom(opts.seed);
  const rooms: Rooms = createRooms({ random: random.fork("rooms"), ...opts });
  const medium = createMedium({ scheduler, random: random.fork("medium"), passage: rooms.passage });
  const bridges = opts.rooms.map((_, room) => {
    const radio = medium.createRadio(`bridge${String(room + 1)}`);
    rooms.put(radio, room);
    return new SimulatedBridge({ scheduler, random: random.fork(radio.name), radio });
  });
  const radios = opts.rooms.map(({ cast }, room) =>
    cast.map(({ name }) => {
      const radio = medium.createRadio(name);
      rooms.put(radio, room);
      return radio;
    }),
  );
  const bands = opts.rooms.map(({ cast, group }, room) =>
    cast.map((person, index) => {
      const own = random.fork(`${String(room)} ${person.name}`);
      const board = boardOf(index);
      const radio = radios[room]?.[index];
      if (radio === undefined) throw new Error("expected a radio for each band");
      return new SimulatedBand({
        board,
        link: board === "banglejs2" ? "ble" : "usb",
        name: person.name,
        scheduler,
        random: own.fork("band"),
        body: createPerson(person, bpm / SECONDS_PER_MINUTE, scheduler.nowMicros(), own.fork("body")),
        air: { radio, group, number: index + 1 },
      });
    }),
  );
  const ports = new Map(bridges.map((bridge) => [`sim:${bridge.name}`, bridge.link]));
  return {
    bands,
    bridges,
    paths: [...ports.keys()],
    binding: createSimulatedBinding(ports),
    medium,
    carry(room, band, isThere) {
      const radio = radios[room]?.[band];
      if (radio !== undefined) rooms.put(radio, isThere ? room : undefined);
    },
  };
};
