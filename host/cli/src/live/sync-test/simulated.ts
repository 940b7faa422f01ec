import { type ByteLink, FrameBand } from "@entrain/band";
import { sessionMicros, toBandMicros } from "@entrain/protocol";
import { castOf, createWorld, type SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { type Paced, paceTogether } from "./pace.ts";
import type { Truth } from "./result.ts";

export interface SimulatedTestOpts {
  readonly count: number;
  readonly seed: number;
  readonly bpm: number;
  readonly seconds: number;
}

/** Promises that follow from one another come to rest within so many turns. */
const TURNS = 16;
const settle = async (): Promise<void> => {
  for (let i = 0; i < TURNS; i++) await Promise.resolve();
};

const linkTo = ({ link: { host }, link }: SimulatedBand): ByteLink => {
  const end: ByteLink = {
    write: (bytes) => {
      host.write(bytes);
    },
    onBytes: undefined,
    onClose: undefined,
    close: () => {
      link.disconnect();
      return Promise.resolve();
    },
  };
  link.connect();
  host.onBytes = (bytes) => end.onBytes?.(bytes);
  return end;
};

/** The test on simulated bands and virtual people, in virtual time; what truly happened comes with it. */
export const testSimulated = async (opts: SimulatedTestOpts): Promise<{ paced: Paced; truth: Truth }> => {
  const { count, seed, bpm, seconds } = opts;
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed, cast: castOf(count), bpm });
  const bands = world.bands.map(
    (band) => new FrameBand({ name: band.name, scheduler: clock, openLink: () => Promise.resolve(linkTo(band)) }),
  );
  const clockErrorMicros = bands.map(() => [] as number[]);
  const outsideBound = bands.map(() => 0);
  const compareClocks = (): void => {
    const now = clock.nowMicros();
    bands.forEach((band, member) => {
      const [map, truth] = [band.clockMap(), world.bands[member]?.clockAt(now)];
      if (map === undefined || truth === undefined) return;
      const error = Math.abs(toBandMicros(map, now) - truth);
      clockErrorMicros[member]?.push(error);
      if (error > map.errorMicros) outsideBound[member] = (outsideBound[member] ?? 0) + 1;
    });
  };
  const paced = await paceTogether({
    scheduler: clock,
    bands,
    bpm,
    seconds,
    pass: (s) => clock.advanceToDrained(sessionMicros(clock.nowMicros() + s * 1e6), settle),
    isOver: () => false,
    onSecond: compareClocks,
  });
  return { paced, truth: { feltMicros: world.bands.map(({ felt }) => felt), clockErrorMicros, outsideBound } };
};
