import {
  type ByteSink,
  type ByteSource,
  type ConfigEntry,
  jsonDigest,
  readEntries,
  type RecordedSession,
  SessionWriter,
  TICKS_PER_READING,
} from "@entrain/recording";
import { ESTIMATOR_VERSION } from "@entrain/synchrony";
import { Replayer } from "./replayer.ts";

export interface RescoreOpts {
  readonly source: ByteSource;
  readonly session: RecordedSession;
  /** What the file is called in the layer. */
  readonly fileName: string;
  readonly sink: ByteSink;
  /** Seconds. */
  readonly windowS: number;
  readonly seed: number;
  /** Of the program that computes. */
  readonly software: { readonly entrain: string; readonly runtime: string };
}

/**
 * Scores a recorded session with other settings into a new file, which names the one that it came from and holds
 * readings alone. The recording itself is only read.
 *
 * @returns how many readings were computed
 */
export const rescore = async (opts: RescoreOpts): Promise<number> => {
  const { source, session, fileName, sink, windowS, seed, software } = opts;
  const config: ConfigEntry = {
    ...session.config,
    software: { ...software, engine: ESTIMATOR_VERSION },
    scoring: { ...session.config.scoring, windowS, seed },
    omitted: ["frame"],
    layerOf: { sessionId: session.config.sessionId, file: fileName },
  };
  const replayer = await Replayer.create(session.config, config.scoring);
  const troubles: Error[] = [];
  const onTrouble = (trouble: Error | undefined): void => {
    if (trouble !== undefined) troubles.push(trouble);
  };
  const writer = new SessionWriter({ sink, config, onTrouble });
  let ticks = 0;
  for await (const batch of readEntries(source, () => undefined)) {
    for (const { entry } of batch) {
      const reading = replayer.take(entry);
      if (reading === undefined || entry.kind !== "tick") continue;
      const { tMicros } = entry;
      writer.append({ ...entry, digest: jsonDigest(reading) });
      if (ticks++ % TICKS_PER_READING === 0) writer.append({ kind: "reading", tMicros, reading });
    }
    // A layer that is not whole is none.
    if (troubles[0] !== undefined) throw troubles[0];
  }
  writer.close();
  if (troubles[0] !== undefined) throw troubles[0];
  return ticks;
};
