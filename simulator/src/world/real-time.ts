import { sessionMicros } from "@entrain/protocol";
import { every, type Scheduler } from "@entrain/time";
import type { VirtualClock } from "@entrain/time/testing";

const STEP_MICROS = 2_000;
/** A computer that slept does not make up for it: the virtual world slept too. */
const LONGEST_CATCH_UP_MICROS = 250_000;

/**
 * Lets a virtual world run along with a real clock.
 *
 * @param catchUpMicros - the longest stall that is made up for; a longer one the world has slept through, too: for whoever
 * is on the real clock all clocks of that world then have jumped
 * @returns the way to stop it
 */
export const runInRealTime = (
  world: VirtualClock,
  real: Scheduler,
  catchUpMicros = LONGEST_CATCH_UP_MICROS,
): (() => void) => {
  let tLastMicros = real.nowMicros();
  return every(real, STEP_MICROS, () => {
    const tNowMicros = real.nowMicros();
    const passed = Math.min(tNowMicros - tLastMicros, catchUpMicros);
    tLastMicros = tNowMicros;
    world.advanceTo(sessionMicros(world.nowMicros() + passed));
  });
};
