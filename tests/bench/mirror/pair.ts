import { BandGroup, FrameBand } from "@entrain/band";
import type { BoardId } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import { MirrorRun } from "@entrain/session";
import { createMover, createRandom, createStill, type GestureName, gestures, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { openDirectly } from "../../open-directly.ts";

export interface PairOpts {
  readonly board: BoardId;
  readonly link: "usb" | "ble";
  /** Undefined: the leader sits still. */
  readonly gesture: GestureName | undefined;
  /** Of the leader's movement, over the gesture's comfortable tempo. */
  readonly pace?: number;
  /** Size of the leader's movement, 1 as written. */
  readonly vigour?: number;
  readonly seed: number;
  readonly seconds: number;
}

export interface PairResult {
  /** Movements of the leader. */
  readonly movements: number;
  /** Of them, those of which the leader's band told. */
  readonly told: number;
  /** Onsets told that no movement explains. */
  readonly falseOnsets: number;
  /** From a movement's true onset to the follower's motor command, ms; of the movements whose pulse was played. */
  readonly delaysMillis: readonly number[];
  /** The same as the host measured it, from the onset that the band told of. */
  readonly measuredMillis: readonly number[];
  readonly outcomes: Readonly<Record<string, number>>;
}

/** An onset told from so much before a movement's to so much after it is that movement's. */
const BEFORE_MICROS = 20_000;
const AFTER_MICROS = 100_000;
const PULSE_WITHIN_MICROS = 300_000;
const WARM_UP_SECONDS = 4;

const settle = async (): Promise<void> => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

/** A leader who moves in a way of their own, a follower who sits still, and what became of each movement. */
export const runPair = async (opts: PairOpts): Promise<PairResult> => {
  const { board, link, gesture: name, pace = 1, vigour = 1, seed, seconds } = opts;
  const clock = new VirtualClock();
  const random = createRandom(seed);
  const moved: number[] = [];
  const still = createStill({ random: random.fork("follower") });
  const gesture = name && gestures[name];
  const body =
    gesture === undefined
      ? createStill({ random: random.fork("leader") })
      : createMover({
          gesture,
          random: random.fork("leader"),
          tStartMicros: clock.nowMicros(),
          tempoHz: Math.min(gesture.fastestHz, Math.max(gesture.slowestHz, gesture.comfortableHz * pace)),
          vigour,
        });
  body.onOnset = (tMicros) => moved.push(tMicros);
  const wear = (who: string, wearer: typeof body): SimulatedBand =>
    new SimulatedBand({ name: who, board, link, scheduler: clock, random: random.fork(who), body: wearer });
  const leader = wear("leader", body);
  const follower = wear("follower", still);
  const group = new BandGroup(
    [leader, follower].map(
      (band) => new FrameBand({ name: band.name, scheduler: clock, openLink: () => openDirectly(band) }),
    ),
  );
  const outcomes: Record<string, number> = {};
  const measuredMillis: number[] = [];
  const onsets: number[] = [];
  const mirror = new MirrorRun({
    scheduler: clock,
    group,
    append: (entry) => {
      if (entry.kind !== "mirrored") return;
      outcomes[entry.outcome] = (outcomes[entry.outcome] ?? 0) + 1;
      if (entry.delayMicros !== undefined) measuredMillis.push(entry.delayMicros / 1_000);
    },
  });
  group.on((event) => {
    if (event.event.kind === "onset") onsets.push(event.event.onsetMicros);
    mirror.take(event);
  });
  const pass = (micros: number): Promise<void> =>
    clock.advanceToDrained(sessionMicros(clock.nowMicros() + micros), settle);
  const connected = group.bands.map((band) => band.connect());
  await pass(WARM_UP_SECONDS * 1e6);
  await Promise.all(connected);
  mirror.obey({ member: 0, use: "felt-by-others", given: true });
  mirror.obey({ member: 1, use: "feel-others", given: true });
  mirror.arrange([undefined, { source: "partner", partner: 0 }]);
  await pass(1e6);
  const tStart = clock.nowMicros();
  await pass(seconds * 1e6);
  const tEnd = clock.nowMicros() - PULSE_WITHIN_MICROS;
  const among = (times: readonly number[]): number[] => times.filter((t) => t >= tStart && t < tEnd);
  const isOf = (onset: number, t: number): boolean => onset >= t - BEFORE_MICROS && onset < t + AFTER_MICROS;
  const movements = among(moved);
  const told = movements.filter((t) => onsets.some((onset) => isOf(onset, t)));
  const commands = follower.drivenSpans.map(({ onMicros }) => onMicros);
  const delaysMillis = told.flatMap((t) => {
    const command = commands.find((onMicros) => onMicros >= t && onMicros < t + PULSE_WITHIN_MICROS);
    return command === undefined ? [] : [(command - t) / 1_000];
  });
  await Promise.all([group.close(), pass(1e6)]);
  return {
    movements: movements.length,
    told: told.length,
    falseOnsets: among(onsets).filter((onset) => !moved.some((t) => isOf(onset, t))).length,
    delaysMillis,
    measuredMillis,
    outcomes,
  };
};
