import { sessionMicros, toBandMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import type { Host } from "./host.ts";
import { quantile, rig, type RigOpts } from "./rig.ts";

const SEED = 1_848;
const RAMP_MICROS = 6_000_000;
const WHEN = `seed ${String(SEED)}`;

/** How far apart the bands are felt, beat by beat, where all of them were felt. */
const spreads = (hosts: readonly Host[], tZero: number, period: number, beats: number): readonly number[] =>
  Array.from({ length: beats }, (_, beat) => {
    const tBeat = tZero + beat * period;
    const felt = hosts.map(({ band }) => band.felt.find((t) => Math.abs(t - tBeat) < period / 2) ?? NaN);
    return Math.max(...felt) - Math.min(...felt);
  }).filter((spread) => !Number.isNaN(spread));

const start = (host: Host, beatZeroMicros: ReturnType<typeof sessionMicros>, period: number): void => {
  host.command(planOf({ beatZeroMicros, pulseMillis: 120, segments: Float64Array.of(0, period, 0) }));
  host.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
};

/** Several bands on one clock, playing the same plan from the same moment. */
const together = (streams: boolean, members: readonly RigOpts[], period: number): [readonly Host[], number] => {
  const clock = new VirtualClock();
  const hosts = members.map((member, i) => rig(SEED + i, { ...member, clock, name: `band ${String(i)}` }));
  for (const host of hosts) {
    host.streams = streams;
    host.begin();
  }
  clock.advanceBy(10_000_000);
  const beatZeroMicros = sessionMicros(clock.nowMicros() + 1_000_000);
  for (const host of hosts) start(host, beatZeroMicros, period);
  return [hosts, beatZeroMicros];
};

const FOUR: readonly RigOpts[] = [
  { link: "usb", skewPpm: 20 },
  { link: "usb", skewPpm: -20 },
  { link: "ble", skewPpm: 20 },
  { link: "ble", skewPpm: -20 },
];
const ALL_BLE: readonly RigOpts[] = [20, -20, 7, -13].map((skewPpm) => ({ link: "ble", skewPpm }));
const MIXED: readonly RigOpts[] = [
  { link: "ble", skewPpm: 20 },
  { link: "ble", skewPpm: -20 },
  { board: "banglejs2", link: "ble", skewPpm: 20 },
  { board: "banglejs2", link: "ble", skewPpm: -20 },
];

const figures = (micros: readonly number[]): string =>
  `p50 ${quantile(micros, 0.5).toFixed(0)}, p95 ${quantile(micros, 0.95).toFixed(0)}, max ${Math.max(...micros).toFixed(0)} µs, ${WHEN}`;

describe("bands together are felt together, 20 ppm fast and slow", { timeout: 60_000 }, () => {
  const PERIOD = 600_000;
  const BEATS = 100;
  const AFTER_RAMP = 10;

  const measured = (streams: boolean, members: readonly RigOpts[]): readonly number[] => {
    const [hosts, tZero] = together(streams, members, PERIOD);
    hosts[0]?.wait(1_000_000 + BEATS * PERIOD + RAMP_MICROS);
    const spread = spreads(hosts, tZero + AFTER_RAMP * PERIOD, PERIOD, BEATS - AFTER_RAMP);
    expect(spread.length).toBe(BEATS - AFTER_RAMP);
    return spread;
  };

  it.each([
    ["two over USB, two over BLE", FOUR, false],
    ["two over USB, two over BLE, streaming", FOUR, true],
    ["all over BLE, streaming", ALL_BLE, true],
  ] as const)("one kind of motor, %s: within 10 ms (p95), 20 ms at most", (_name, members, streams) => {
    const spread = measured(streams, members);
    expect(quantile(spread, 0.95), figures(spread)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...spread), figures(spread)).toBeLessThanOrEqual(20_000);
  });

  it.each([false, true])("both kinds of motor over BLE, streaming %s: within 20 ms (p95)", (streams) => {
    const spread = measured(streams, MIXED);
    expect(quantile(spread, 0.95), figures(spread)).toBeLessThanOrEqual(20_000);
  });
});

describe("ten minutes without contact, after five with it", { timeout: 60_000 }, () => {
  const CONTACT_MICROS = 300e6;
  const SILENT_MICROS = 600e6;
  /** A band that is put on in the cold: 3 ppm within ten minutes, and 3 more while nobody asks. */
  const WARMING_PPM_PER_HOUR = 18;
  const cases: readonly RigOpts[] = [
    { link: "usb", skewPpm: 20 },
    { link: "usb", skewPpm: -20, driftPpmPerHour: WARMING_PPM_PER_HOUR },
    { link: "ble", skewPpm: 20 },
    { link: "ble", skewPpm: -20, driftPpmPerHour: WARMING_PPM_PER_HOUR },
    { board: "banglejs2", link: "ble", skewPpm: 20, driftPpmPerHour: -WARMING_PPM_PER_HOUR },
  ];

  it.each(cases)("%o: the clock is known to 5 ms, and its bound says so", (opts) => {
    const host = rig(SEED, opts);
    host.begin();
    host.wait(CONTACT_MICROS);
    host.endContact();
    host.wait(SILENT_MICROS);
    const map = host.map();
    const error = Math.abs(toBandMicros(map, host.now()) - host.band.clockAt(host.now()));
    expect(error, WHEN).toBeLessThan(5_000);
    expect(error, WHEN).toBeLessThan(map.errorMicros);
  });
});
