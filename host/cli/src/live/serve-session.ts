import { BandGroup, type Band } from "@entrain/band";
import { createServer } from "@entrain/server";
import { LiveSession } from "@entrain/session";
import { mulberry32 } from "@entrain/synchrony";
import type { Scheduler } from "@entrain/time";
import { untilSignal } from "../until-signal.ts";
import { pageDir } from "./page-dir.ts";

export interface ServeOpts {
  readonly scheduler: Scheduler;
  readonly bands: readonly Band[];
  readonly title: string;
  readonly simulated: boolean;
  readonly bpm: number;
  readonly port: number;
  readonly seed: number;
  /** Begin pacing as soon as the bands are ready. */
  readonly autoStart: boolean;
  readonly say: (line: string) => void;
}

/** The longest that leaving waits for bands to confirm that they have stopped. */
const STOP_PATIENCE_MILLIS = 2_000;

const stopBeforeLeaving = async (group: BandGroup): Promise<void> => {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_PATIENCE_MILLIS).unref());
  await Promise.race([group.stopAll(() => undefined), patience]);
};

/** Connects the bands, serves the page, and runs until the program is asked to end: then every motor is stopped first. */
export const serveSession = async (opts: ServeOpts): Promise<void> => {
  const { bands, say } = opts;
  const group = new BandGroup(bands);
  const session = new LiveSession({ ...opts, group, random: mulberry32(opts.seed) });
  const leaving = untilSignal();
  try {
    const server = await createServer({ session, pageDir: pageDir(), port: opts.port });
    try {
      say(`Open ${server.url}  (Ctrl-C ends)`);
      await Promise.all(bands.map((band) => band.connect()));
      say(
        `${String(bands.length)} ${bands.length === 1 ? "band" : "bands"} connected: ${bands.map(({ name }) => name).join(", ")}`,
      );
      if (opts.autoStart) await session.command({ kind: "start" });
      await leaving;
      await stopBeforeLeaving(group);
    } finally {
      await server.close();
    }
  } finally {
    session.close();
    await group.close();
  }
};
