import type { BoardId } from "@entrain/boards";
import {
  AckResult,
  MAX_ON_MILLIS_IN_WINDOW,
  MAX_PULSE_MILLIS,
  type MessageOf,
  type SessionMicros,
} from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { VirtualClock } from "@entrain/time/testing";
import { expect } from "vitest";
import { type BleLikeLink, createRandom, createStill, type Faults, SimulatedBand } from "../src/index.ts";
import { Host } from "./host.ts";

export type LinkKind = "usb" | "ble";

export interface RigOpts {
  readonly board?: BoardId;
  readonly link?: LinkKind;
  readonly clock?: VirtualClock;
  readonly name?: string;
  readonly skewPpm?: number;
  readonly driftPpmPerHour?: number;
  readonly toDevice?: Faults;
  /** Of a BLE link; in force two seconds after it was made. */
  readonly intervalMicros?: number;
}

const BOOT_MICROS = 100_000;
const RENEGOTIATION_MICROS = 2_000_000;

/** One band at rest on a table, a link, and a host that has not spoken yet. */
export const rig = (seed: number, opts: RigOpts = {}): Host => {
  const { board = "xiao-sense", link = "usb", clock = new VirtualClock(), name = "tested" } = opts;
  const { skewPpm, driftPpmPerHour, toDevice } = opts;
  const random = createRandom(seed).fork(name);
  const body = createStill({ random: random.fork("body") });
  const band = new SimulatedBand({
    name,
    board,
    link,
    scheduler: clock,
    random,
    body,
    ...(skewPpm !== undefined && { skewPpm }),
    ...(driftPpmPerHour !== undefined && { driftPpmPerHour }),
    ...(toDevice && { faults: { toDevice } }),
  });
  const host = new Host(clock, band);
  if (opts.intervalMicros !== undefined) {
    (band.link as BleLikeLink).requestInterval(opts.intervalMicros);
    host.wait(RENEGOTIATION_MICROS);
  }
  host.wait(BOOT_MICROS);
  return host;
};

/** Greets, and starts a plan 600 ms from now. @returns when beat 0 is to be felt */
export const play = (host: Host, change: Partial<MessageOf<"plan">> = {}): SessionMicros => {
  host.begin();
  return startPlan(host, change);
};

export const startPlan = (host: Host, change: Partial<MessageOf<"plan">> = {}): SessionMicros => {
  const plan = planOf({ beatZeroMicros: host.after(600_000), ...change });
  expect(host.command(plan)).toBe(AckResult.ok);
  expect(host.command({ kind: "start", revision: plan.revision, fromMicros: plan.beatZeroMicros })).toBe(AckResult.ok);
  return plan.beatZeroMicros;
};

/** Lets time pass until a pulse has just begun. */
export const untilPulseBegins = (host: Host): void => {
  host.until(() => !host.band.isMotorDriven, "the motor to be off");
  host.until(() => host.band.isMotorDriven, "a pulse");
};

/** A motor needs longer than this to come to rest: what follows sooner is felt as one pulse. */
const SAME_PULSE_MICROS = 5_000;

export interface Pulse {
  readonly onMicros: number;
  /** Now, while it lasts. */
  readonly offMicros: number;
}

/** Pulses as a wrist feels them: a change of strength begins none, and neither does a gap too short to feel. */
export const pulsesOf = ({ band, clock }: Host): readonly Pulse[] =>
  band.drivenSpans.reduce<Pulse[]>((pulses, { onMicros, offMicros = clock.nowMicros() }) => {
    const last = pulses.at(-1);
    if (last !== undefined && onMicros - last.offMicros < SAME_PULSE_MICROS)
      pulses[pulses.length - 1] = { onMicros: last.onMicros, offMicros };
    else pulses.push({ onMicros, offMicros });
    return pulses;
  }, []);

export const pulsesAfter = (host: Host, tMicros: number): readonly Pulse[] =>
  pulsesOf(host).filter(({ onMicros }) => onMicros > tMicros);

export const longestMicros = (pulses: readonly Pulse[]): number =>
  pulses.reduce((longest, { onMicros, offMicros }) => Math.max(longest, offMicros - onMicros), 0);

/** The most that the motor was on in any ten seconds. */
export const mostInTenSecondsMicros = (pulses: readonly Pulse[]): number => {
  let most = 0;
  pulses.forEach(({ offMicros }, last) => {
    let sum = 0;
    for (let i = last; i >= 0; i--) {
      const pulse = pulses[i];
      if (pulse === undefined || pulse.offMicros <= offMicros - 10_000_000) break;
      sum += pulse.offMicros - Math.max(pulse.onMicros, offMicros - 10_000_000);
    }
    most = Math.max(most, sum);
  });
  return most;
};

/** The share p of the values lies at or below this one. */
export const quantile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(p * values.length) - 1] ?? NaN;

/** A millisecond of a crystal that is 100 ppm slow. */
const CRYSTAL_MICROS = 1_000.1;

export const expectWithinLimits = (host: Host, what = ""): void => {
  const pulses = pulsesOf(host);
  expect(longestMicros(pulses), what).toBeLessThanOrEqual(MAX_PULSE_MILLIS * CRYSTAL_MICROS);
  expect(mostInTenSecondsMicros(pulses), what).toBeLessThanOrEqual(MAX_ON_MILLIS_IN_WINDOW * CRYSTAL_MICROS);
};
