import type { Dice } from "../../fuzz/dice.ts";
import type { SoakRoom } from "./soak-room.ts";

/** A band is at rest so long after the host's last word: horizon, the beat that was under way, fade. */
const ALONE_MICROS = 13_200_000;
const STOP_MICROS = 300_000;
const PRESS_MICROS = 50_000;
const HOLD_MICROS = 2_200_000;
/** What was sent before a link fell silent may still be under way. */
const LINK_SETTLES_MICROS = 6_000_000;

export interface Strike {
  readonly name: string;
  readonly weight: number;
  readonly strike: (room: SoakRoom, dice: Dice, member: number) => Promise<void> | void;
}

const seconds = (least: number, most: number, { uniform }: Dice): number => 1e6 * (least + (most - least) * uniform());

/** Who cannot be reached at the moment, and until when. */
export class Reach {
  readonly #until = new Map<number, number>();

  cut(member: number, untilMicros: number): void {
    this.#until.set(member, Math.max(untilMicros + LINK_SETTLES_MICROS, this.#until.get(member) ?? 0));
  }

  has(member: number, nowMicros: number): boolean {
    return nowMicros >= (this.#until.get(member) ?? 0);
  }
}

/** What may happen in a room, and what the motors must do then. */
export const strikesOf = (reach: Reach): readonly Strike[] => [
  {
    name: "start",
    weight: 8,
    strike: (room) => {
      for (const [member, guard] of room.guards.entries()) if (!room.stopped.has(member)) guard.go();
      room.command({ kind: "start" });
    },
  },
  {
    name: "facilitator's stop",
    weight: 4,
    strike: (room) => {
      const now = room.clock.nowMicros();
      for (const [member, guard] of room.guards.entries())
        guard.still("the facilitator's stop", now, reach.has(member, now) ? STOP_MICROS : ALONE_MICROS);
      room.command({ kind: "stop-all" });
    },
  },
  {
    name: "wearer's stop",
    weight: 6,
    strike: async (room, dice, member) => {
      room.stopped.add(member);
      room.guards[member]?.still("the wearer's press", room.clock.nowMicros(), PRESS_MICROS);
      room.world.bands[member]?.button(true);
      await room.pass(seconds(0.08, 0.3, dice));
      room.world.bands[member]?.button(false);
    },
  },
  {
    name: "wearer goes on",
    weight: 6,
    strike: async (room, _dice, any) => {
      const member = [...room.stopped][any % Math.max(1, room.stopped.size)];
      if (member === undefined) return;
      // Presses of before must be settled.
      await room.pass(2e6);
      room.stopped.delete(member);
      room.guards[member]?.go();
      room.world.bands[member]?.button(true);
      await room.pass(HOLD_MICROS);
      room.world.bands[member]?.button(false);
    },
  },
  {
    name: "tempo",
    weight: 4,
    strike: (room, { uniform }) => {
      room.command({ kind: "tempo", bpm: Math.round(40 + 140 * uniform()) });
    },
  },
  {
    name: "note",
    weight: 2,
    strike: (room) => {
      room.command({ kind: "note", text: "something happened" });
    },
  },
  {
    name: "link silent",
    weight: 6,
    strike: (room, dice, member) => {
      const span = seconds(0.1, 25, dice);
      reach.cut(member, room.clock.nowMicros() + span);
      room.world.bands[member]?.link.silenceFor(span);
    },
  },
  {
    name: "link cut",
    weight: 3,
    strike: (room, dice, member) => {
      const span = seconds(0.5, 20, dice);
      reach.cut(member, room.clock.nowMicros() + span);
      room.world.bands[member]?.link.cutFor(span);
    },
  },
  {
    name: "host stalls",
    weight: 1,
    strike: (room, dice) => {
      const span = seconds(1, 15, dice);
      for (const [member, { link }] of room.world.bands.entries()) {
        reach.cut(member, room.clock.nowMicros() + span);
        link.silenceFor(span);
      }
    },
  },
  {
    name: "reboot",
    weight: 2,
    strike: (room, _dice, member) => {
      reach.cut(member, room.clock.nowMicros());
      room.guards[member]?.rebooted();
      room.world.bands[member]?.reboot();
    },
  },
  {
    name: "interpreter hangs",
    weight: 3,
    strike: (room, dice, member) => {
      const span = seconds(0.05, 2, dice);
      reach.cut(member, room.clock.nowMicros() + span);
      room.world.bands[member]?.hang(span);
    },
  },
  {
    name: "exception in a handler",
    weight: 3,
    strike: (room, _dice, member) => room.world.bands[member]?.throwInHandler(),
  },
  {
    name: "clock jumps",
    weight: 2,
    strike: (room, { uniform }, member) => room.world.bands[member]?.setClock((uniform() - 0.5) * 20e6),
  },
  {
    name: "IMU bus stuck",
    weight: 2,
    strike: async (room, dice, member) => {
      room.world.bands[member]?.stickImuBus(true);
      await room.pass(seconds(0.2, 4, dice));
      room.world.bands[member]?.stickImuBus(false);
    },
  },
  {
    name: "battery low",
    weight: 1,
    strike: async (room, dice, member) => {
      room.world.bands[member]?.setBattery(3);
      await room.pass(seconds(10, 20, dice));
      room.world.bands[member]?.setBattery(80);
    },
  },
  {
    name: "page reloads",
    weight: 4,
    strike: (room) => {
      room.session.subscribe(() => undefined)();
      room.session.view();
    },
  },
  {
    name: "disk full",
    weight: 1,
    strike: async (room, dice) => {
      room.disk.isFull = true;
      await room.pass(seconds(2, 30, dice));
      room.disk.isFull = false;
    },
  },
];
