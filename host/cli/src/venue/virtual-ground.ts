import { openSerialLink } from "@entrain/band/node";
import { sessionMicros } from "@entrain/protocol";
import { type Ground, HeldClock } from "@entrain/session";
import { castOf, createWorld, MANNER_NAMES, runInRealTime, type SimulatedBand } from "@entrain/simulator";
import type { Scheduler } from "@entrain/time";
import { VirtualClock } from "@entrain/time/testing";
import { systemScheduler } from "../system-scheduler.ts";

/** Somebody who has just put on a band, and found its button: a press, then the hold that means 'go'. */
const YES = [
  { afterMicros: 3_000_000, isDown: true },
  { afterMicros: 3_120_000, isDown: false },
  { afterMicros: 4_000_000, isDown: true },
  { afterMicros: 6_200_000, isDown: false },
] as const;

const sayYes = (band: SimulatedBand, scheduler: Scheduler): void => {
  const tMicros = scheduler.nowMicros();
  for (const { afterMicros, isDown } of YES)
    scheduler.at(sessionMicros(tMicros + afterMicros), () => {
      band.button(isDown);
    });
};

export interface VirtualGroundOpts {
  readonly bands: number;
  readonly seed: number;
  readonly bpm: number;
}

/** Virtual people with bands that run the real firmware; they say yes by themselves, once each has a band. */
export const virtualGround = ({ bands: count, seed, bpm }: VirtualGroundOpts): Ground => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed, cast: castOf(count), bpm });
  const stop = runInRealTime(clock, systemScheduler());
  const willing = new Set(world.bands);
  const ports = world.bands.map((band, at) => {
    const path = world.paths[at] ?? band.name;
    return {
      id: path,
      label: band.name,
      openLink: () => openSerialLink({ binding: world.binding, path }),
      persona: {
        choices: MANNER_NAMES,
        now: () => world.mannerOf(at),
        become: (name: string) => {
          const manner = MANNER_NAMES.find((each) => each === name);
          if (manner === undefined) throw new Error(`expected one of ${MANNER_NAMES.join(", ")}, found "${name}"`);
          world.setManner(at, manner);
        },
      },
      onSeated: () => {
        // Whoever has said yes once does not begin each time anew.
        if (willing.delete(band)) sayYes(band, clock);
      },
    };
  });
  return { scheduler: new HeldClock(clock), real: false, find: () => Promise.resolve(ports), close: stop };
};
