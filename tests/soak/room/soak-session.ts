import { openSession } from "@entrain/recording";
import { FileSource } from "@entrain/recording/node";
import { type Dice, diceOf } from "../../fuzz/dice.ts";
import { SoakRoom } from "./soak-room.ts";
import { Reach, type Strike, strikesOf } from "./strikes.ts";

const BOOT_MICROS = 3e6;
/** Whoever was cut off is back by then, and the disk has room. */
const CALM_MICROS = 40e6;
const BETWEEN_MICROS = [0.5e6, 12e6] as const;
const LOST_MICROS = 1e6;

export interface SoakOpts {
  readonly bands: number;
  readonly seed: number;
  readonly minutes: number;
  /** Where the session file may be written. */
  readonly file: string;
}

export interface Soaked {
  readonly faults: readonly string[];
  /** How often each thing happened. */
  readonly strikes: ReadonlyMap<string, number>;
  readonly pulses: number;
  readonly longestPulseMillis: number;
  readonly views: number;
  /** What stands in the file: entries are counted by its own index. */
  readonly fileS: number;
}

const drawn = (strikes: readonly Strike[], { uniform }: Dice): Strike | undefined => {
  let left = uniform() * strikes.reduce((sum, { weight }) => sum + weight, 0);
  return strikes.find(({ weight }) => (left -= weight) < 0);
};

/** @param gaps - how often the disk was full: what could not be written then is said to be missing, once each time */
const judgeFile = async (
  file: string,
  tEndMicros: number,
  gaps: number,
): Promise<{ fileS: number; faults: readonly string[] }> => {
  const source = await FileSource.open(file);
  try {
    const session = await openSession(source, file);
    const missing = session.warnings.filter(({ code }) => code === "missing");
    const others = session.warnings.filter(({ code }) => code !== "missing");
    const faults = others.map(({ code, message }) => `file: ${code}: ${message}`);
    if (missing.length > gaps)
      faults.push(`file: ${String(missing.length)} gaps, the disk was full ${String(gaps)} times`);
    if (tEndMicros - session.tEndMicros > LOST_MICROS)
      faults.push(`file: ends ${((tEndMicros - session.tEndMicros) / 1e6).toFixed(1)} s early`);
    return { fileS: (session.tEndMicros - session.tStartMicros) / 1e6, faults };
  } finally {
    await source.close();
  }
};

/** One session in virtual time, in which something goes wrong every few seconds. */
export const soakSession = async ({ bands, seed, minutes, file }: SoakOpts): Promise<Soaked> => {
  const dice = diceOf(seed);
  const faults: string[] = [];
  let tStart = 0;
  const room: SoakRoom = new SoakRoom({
    bands,
    seed,
    file,
    onFault: (fault) => faults.push(`${((room.clock.nowMicros() - tStart) / 1e6).toFixed(2)} s: ${fault}`),
  });
  tStart = room.clock.nowMicros();
  const strikes = strikesOf(new Reach());
  const counts = new Map<string, number>();
  room.connect();
  await room.pass(BOOT_MICROS);
  room.command({ kind: "start" });
  const tEnd = tStart + minutes * 60e6;
  while (room.clock.nowMicros() < tEnd - CALM_MICROS) {
    const [least, most] = BETWEEN_MICROS;
    await room.pass(least + (most - least) * dice.uniform());
    const strike = drawn(strikes, dice);
    if (strike === undefined) continue;
    counts.set(strike.name, (counts.get(strike.name) ?? 0) + 1);
    await strike.strike(room, dice, dice.below(bands));
  }
  await room.pass(Math.max(0, tEnd - room.clock.nowMicros()));
  const tClosed = room.clock.nowMicros();
  await room.close();
  const judged = await judgeFile(file, tClosed, counts.get("disk full") ?? 0);
  return {
    faults: [...faults, ...judged.faults],
    strikes: counts,
    pulses: room.guards.reduce((sum, guard) => sum + guard.pulses, 0),
    longestPulseMillis: Math.max(...room.guards.map(({ longestMicros }) => longestMicros)) / 1000,
    views: room.views,
    fileS: judged.fileS,
  };
};
