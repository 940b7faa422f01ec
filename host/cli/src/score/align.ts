import type { RecordedMember } from "@entrain/session";
import { CliError } from "../errors.ts";
import type { Track } from "./tracks.ts";
import { listed } from "./text.ts";
import { type AccelUnit, accelInG, checkTime, MICROS_PER, type TimeUnit } from "./units.ts";

export interface AlignOpts {
  readonly timeUnit: TimeUnit;
  readonly accelUnit: AccelUnit;
  /** When each member's first row was taken, milliseconds; empty where the times already share a clock. */
  readonly startsMs: ReadonlyMap<string, number>;
  readonly windowS: number;
}

const MICROS = 1e6;
/** A clock that jumped by years is no session. */
const MAX_HOURS = 24;

const finiteEnds = (t: Float64Array): readonly [number, number] => {
  const finite = t.filter((value) => !Number.isNaN(value));
  return [finite[0] ?? 0, finite.at(-1) ?? 0];
};

/** Micros since the earliest start. Subtracted before scaled: nanoseconds since 1970 leave no room for anything else. */
const sessionTimes = (tracks: readonly Track[], { timeUnit, startsMs }: AlignOpts): readonly Float64Array[] => {
  const firsts = tracks.map(({ tRaw }) => finiteEnds(tRaw)[0]);
  const earliest = Math.min(...firsts);
  const earliestMs = Math.min(...startsMs.values());
  return tracks.map(({ name, tRaw }, k) => {
    const startMs = startsMs.get(name);
    const originRaw = startMs === undefined ? earliest : (firsts[k] ?? 0);
    const offsetMicros = startMs === undefined ? 0 : (startMs - earliestMs) * 1000;
    return tRaw.map((t) => offsetMicros + (t - originRaw) * MICROS_PER[timeUnit]);
  });
};

const checkOverlap = (
  tracks: readonly Track[],
  times: readonly Float64Array[],
  { timeUnit, startsMs, windowS }: AlignOpts,
): void => {
  const spans = times.map(finiteEnds);
  const begin = Math.max(...spans.map(([from]) => from));
  const end = Math.min(...spans.map(([, to]) => to));
  const overlapS = (end - begin) / MICROS;
  const shortestS = Math.min(...spans.map(([from, to]) => to - from)) / MICROS;
  // Recordings shorter than a window are a short session; long ones that hardly meet were put on the wrong clock.
  const enough = overlapS > 0 && (overlapS >= windowS || overlapS >= shortestS / 2);
  if (!enough) {
    const shown =
      startsMs.size > 0 ? spans : tracks.map(({ tRaw }) => finiteEnds(tRaw).map((t) => t * MICROS_PER[timeUnit]));
    const found = tracks.map(({ name }, k) => `${name} from ${seconds(shown[k]?.[0])} to ${seconds(shown[k]?.[1])}`);
    throw new CliError(
      "no-overlap",
      `expected the recordings to overlap by at least ${String(windowS)} s, found ${listed(found)}; say when each began with --start`,
    );
  }
  if (overlapS > MAX_HOURS * 3600) {
    throw new CliError(
      "bad-file",
      `expected recordings of at most ${String(MAX_HOURS)} hours, found ${String(Math.round(overlapS / 3600))} hours, in ${listed(tracks.map(({ name }) => name))}`,
    );
  }
};

const seconds = (micros = 0): string => `${(micros / MICROS).toFixed(1)} s`;

/**
 * Everybody on one clock, in micros since the earliest start, and in g.
 *
 * @throws CliError `bad-file`, `bad-unit`, `no-overlap`
 */
export const alignTracks = (tracks: readonly Track[], opts: AlignOpts): readonly RecordedMember[] => {
  for (const track of tracks) checkTime(track, opts.timeUnit);
  const accels = tracks.map((track) => accelInG(track, opts.accelUnit));
  const times = sessionTimes(tracks, opts);
  checkOverlap(tracks, times, opts);
  return tracks.map(({ name }, k) => ({
    name,
    placement: "wrist",
    tMicros: times[k] ?? new Float64Array(0),
    accelG: accels[k] ?? new Float64Array(0),
  }));
};
