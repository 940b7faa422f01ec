import type { Scheduler } from "@entrain/time";
import type { Random } from "../random/index.ts";
import type { Lanes } from "./carrier.ts";
import { createDamage, type Faults } from "./faults.ts";
import { createLane } from "./lane.ts";

/** What every kind of link takes. */
export interface LinkOpts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** Faults on the way from device to host, and from host to device. */
  readonly toHost?: Faults;
  readonly toDevice?: Faults;
}

/** Two lanes with their faults, each with randomness of its own. */
export const createLanes = ({ scheduler, random, toHost = {}, toDevice = {} }: LinkOpts): Lanes => ({
  toHost: createLane(scheduler, createDamage(toHost, random.fork("faults to host"))),
  toDevice: createLane(scheduler, createDamage(toDevice, random.fork("faults to device"))),
});
