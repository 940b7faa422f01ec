import { BandError, type BandInfo, FrameBand, type OpenLink } from "@entrain/band";
import { type ClockMap, type MessageOf, sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";

/** What a band showed while it was looked at. */
export interface BandChart {
  readonly info: BandInfo;
  readonly seconds: number;
  /** Undefined while its clock is not known. */
  readonly clock: ClockMap | undefined;
  readonly health: MessageOf<"health"> | undefined;
  readonly samples: number;
  readonly missed: number;
  /** Mean length of the acceleration, in g; NaN without samples. */
  readonly meanAccelG: number;
  readonly errors: readonly { readonly code: number; readonly detail: number }[];
  /** Pulses that it played when asked for one; undefined where it declined. */
  readonly pulses: number | undefined;
}

/** A report on health comes about once in five seconds. */
const LOOK_SECONDS = 8;

const pass = (scheduler: Scheduler, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    scheduler.at(sessionMicros(scheduler.nowMicros() + seconds * 1e6), resolve);
  });

/**
 * Looks at a band for some seconds, and has it play one soft pulse.
 *
 * @throws BandError where there is none
 */
export const examineBand = async (name: string, openLink: OpenLink, scheduler: Scheduler): Promise<BandChart> => {
  const band = new FrameBand({ name, scheduler, openLink });
  let health: MessageOf<"health"> | undefined;
  const errors: { code: number; detail: number }[] = [];
  let [samples, missed, sumG, played] = [0, 0, 0, 0];
  band.on((event) => {
    if (event.kind === "health") health = event.health;
    else if (event.kind === "error") errors.push({ code: event.code, detail: event.detail });
    else if (event.kind === "pulse") played++;
    else if (event.kind === "samples") {
      missed += event.missed;
      for (let i = 0; i < event.accelG.length; i += 3) {
        sumG += Math.hypot(...event.accelG.subarray(i, i + 3));
        samples++;
      }
    }
  });
  try {
    await band.connect();
    await pass(scheduler, LOOK_SECONDS / 2);
    const accepted = await band.identify(1).then(
      () => true,
      (error: unknown) => {
        if (error instanceof BandError && error.code === "refused") return false;
        throw error;
      },
    );
    await pass(scheduler, LOOK_SECONDS / 2);
    const { info } = band;
    if (info === undefined) throw new Error("expected a hello of a band that has connected");
    return {
      info,
      seconds: LOOK_SECONDS,
      clock: band.clockMap(),
      health,
      samples,
      missed,
      meanAccelG: sumG / samples,
      errors,
      pulses: accepted ? played : undefined,
    };
  } finally {
    await band.close();
  }
};
