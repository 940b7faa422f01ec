import type { Random } from "../random/index.ts";
import type { Passage, SimRadio } from "./api.ts";

export interface RoomsOpts {
  readonly random: Random;
  /** Share of packets that are lost though nothing is in the way. Default 0.05. */
  readonly loss?: number;
  /** Share of packets that come through the wall to the next room. Default 0.3. */
  readonly throughWall?: number;
  /** Share of the time that somebody's body stands between two radios. Default 0.2. */
  readonly shadowed?: number;
}

/** A body between two radios takes so many packets away … */
const SHADOW_LOSS = 0.7;
/** … and stands there for so long at a time. */
const SHADOW_MICROS = 2_000_000;
interface Shadow {
  readonly until: number;
  readonly isThere: boolean;
}

const NOTHING: Passage = { loss: 1, disturbs: false };

/** Who is in which room, and what that does to packets. Nobody is in a room until they are put there. */
export interface Rooms {
  /** @param room - rooms with numbers one apart adjoin; undefined = out of reach of all */
  put(radio: SimRadio, room: number | undefined): void;
  readonly passage: (from: SimRadio, to: SimRadio, tMicros: number) => Passage;
}

export const createRooms = ({ random, loss = 0.05, throughWall = 0.3, shadowed = 0.2 }: RoomsOpts): Rooms => {
  const roomOf = new Map<SimRadio, number>();
  const shadows = new Map<SimRadio, Map<SimRadio, Shadow>>();
  const dice = random.fork("bodies");

  /** Bodies move: each pair of radios has a shadow of its own, on and off. */
  const isShadowed = (from: SimRadio, to: SimRadio, tMicros: number): boolean => {
    let row = shadows.get(from);
    if (row === undefined) shadows.set(from, (row = new Map<SimRadio, Shadow>()));
    let shadow = row.get(to);
    if (shadow === undefined || tMicros >= shadow.until) {
      shadow = { until: tMicros + SHADOW_MICROS * (0.5 + dice.uniform()), isThere: dice.uniform() < shadowed };
      row.set(to, shadow);
    }
    return shadow.isThere;
  };

  return {
    put(radio, room) {
      if (room === undefined) roomOf.delete(radio);
      else roomOf.set(radio, room);
    },
    passage(from, to, tMicros) {
      const [here, there] = [roomOf.get(from), roomOf.get(to)];
      if (here === undefined || there === undefined || Math.abs(here - there) > 1) return NOTHING;
      const passes = (1 - loss) * (isShadowed(from, to, tMicros) ? 1 - SHADOW_LOSS : 1);
      return here === there
        ? { loss: 1 - passes, disturbs: true }
        : { loss: 1 - passes * throughWall, disturbs: throughWall > 0.5 };
    },
  };
};
