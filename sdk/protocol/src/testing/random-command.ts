import type { ClockMap } from "../clock-map.ts";
import type { HostMessage } from "../message-types.ts";
import { sessionMicros, type SessionMicros } from "../units.ts";
import { planOf } from "./plan-of.ts";

/** A seeded source of chance. */
export interface Dice {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
}

/** What a host knows of the time. */
export interface Timed {
  /** On the session clock, so many microseconds from now. */
  after(micros: number): SessionMicros;
  map(): ClockMap;
}

export const pick = <T>({ uniform }: Dice, choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(uniform() * choices.length)] ?? choices[0];
/** An integer from 0 to `most`. */
export const upTo = ({ uniform }: Dice, most: number): number => Math.floor(uniform() * (most + 1));

const anyTime = (host: Timed, dice: Dice): SessionMicros =>
  pick(dice, [
    host.after(50_000 + 500_000 * dice.uniform()),
    host.after(-3e6 * dice.uniform()),
    host.after(1e6),
    sessionMicros(host.after(0) + pick(dice, [-1e15, 1e15, -1e300, 1e300, 1e308, -9e15])),
  ]);

const anySegments = (dice: Dice): Float64Array =>
  pick(dice, [
    Float64Array.of(0, 250_000 + 800_000 * dice.uniform(), 0),
    Float64Array.of(upTo(dice, 12) + 1, 700_000, -20_000, 0, 500_000, 0),
    Float64Array.of(upTo(dice, 3), 1e6 * dice.normal(), 1e5 * dice.normal()),
    Float64Array.of(dice.uniform() * 4, 250_000, 0, 0, 15_000_000 * dice.uniform(), 0),
  ]);

const anyPlan = (host: Timed, dice: Dice): HostMessage =>
  planOf({
    beatZeroMicros: anyTime(host, dice),
    revision: upTo(dice, 3),
    totalBeats: pick(dice, [0, 0, upTo(dice, 20), 0xffffffff]),
    fadeMillis: pick(dice, [0, 500, 0xffffffff]),
    pulseMillis: pick(dice, [60, 200, upTo(dice, 250), 65_535]),
    accentMask: upTo(dice, 0xffff),
    muteMask: pick(dice, [0, upTo(dice, 0xffff), 0xffff]),
    beatsPerBar: upTo(dice, 17),
    subdivision: upTo(dice, 5),
    strength: upTo(dice, 255),
    accentStrength: upTo(dice, 255),
    swellBeats: pick(dice, [0, upTo(dice, 17), 255]),
    segments: anySegments(dice),
  });

const anyMap = (host: Timed, dice: Dice): HostMessage => ({
  kind: "clockMap",
  ...pick(dice, [
    host.map(),
    { ...host.map(), sessionRef: anyTime(host, dice) },
    { ...host.map(), bandPerSession: 1 + 0.002 * dice.normal() },
    { ...host.map(), bandPerSession: pick(dice, [0, -1, 1e300]) },
  ]),
});

/** Something that a host gone mad might send: mostly whole, often absurd, sometimes just what a good host sends. */
export const randomCommand = (host: Timed, dice: Dice): HostMessage =>
  pick(dice, [
    () => anyPlan(host, dice),
    () => anyPlan(host, dice),
    () => anyMap(host, dice),
    (): HostMessage => ({ kind: "start", revision: upTo(dice, 3), fromMicros: anyTime(host, dice) }),
    (): HostMessage => ({ kind: "start", revision: upTo(dice, 3), fromMicros: host.after(300_000) }),
    (): HostMessage => ({ kind: "stop", fadeMillis: pick(dice, [0, 300, 5_000, 65_535]) }),
    (): HostMessage => ({ kind: "identify", count: upTo(dice, 6) }),
    (): HostMessage => ({ kind: "cap", strength: pick(dice, [0, 1, 255, 255]) }),
    (): HostMessage => ({
      kind: "pulseNow",
      expiresMicros: anyTime(host, dice),
      durationMillis: pick(dice, [200, 200, upTo(dice, 300)]),
      strength: upTo(dice, 255),
    }),
  ])();
