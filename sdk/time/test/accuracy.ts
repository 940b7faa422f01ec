import { sessionMicros, toBandMicros } from "@entrain/protocol";
import { ClockEstimator, FAST_EXCHANGES, pollWaitMicros } from "../src/index.ts";
import {
  anyCrystal,
  bandAt,
  ble,
  exchangeAt,
  IDLE,
  type Load,
  lossy,
  seeded,
  STREAMING,
  usb,
  type Way,
} from "./clocks.ts";

// Known clocks behind links with known delays: how far off the estimate is, and whether its bound says so. Every run has
// a crystal of its own: ±50 ppm, its rate moved by up to 3 ppm by warmth within minutes.

const MINUTE_MICROS = 60e6;
const CONTACT_MICROS = 5 * MINUTE_MICROS;
const HOLDOVER_MICROS = 10 * MINUTE_MICROS;
const OPENING_MICROS = 20e6;

export interface ClockCase {
  readonly name: string;
  readonly link: (random: () => number) => Way;
  readonly load: Load;
  /** p95 of the error while in contact, ten minutes after it, and the worst of the latter; undefined: only the bound must hold. */
  readonly targetMicros?: readonly [contact: number, holdover: number];
}

const bleEvery = (millis: number) => (random: () => number) => ble(random, () => millis * 1_000);
/** A quarter of all messages lost. */
const bleLossy = (random: () => number): Way => lossy(bleEvery(15)(random), 0.25, random);
/** Down to 200 ms and back, every twenty seconds. */
const bleRenegotiated = (random: () => number): Way =>
  ble(random, (tMicros) => (Math.floor(tMicros / 20e6) % 2 === 0 ? 7_500 : 200_000));

export const clockCases: readonly ClockCase[] = [
  { name: "USB", link: usb, load: IDLE, targetMicros: [500, 5_000] },
  { name: "USB, streaming", link: usb, load: STREAMING, targetMicros: [500, 5_000] },
  { name: "BLE every 7.5 ms", link: bleEvery(7.5), load: IDLE, targetMicros: [3_000, 5_000] },
  { name: "BLE every 7.5 ms, streaming", link: bleEvery(7.5), load: STREAMING, targetMicros: [3_000, 5_000] },
  { name: "BLE every 30 ms", link: bleEvery(30), load: IDLE, targetMicros: [3_000, 5_000] },
  { name: "BLE from 7.5 to 200 ms and back", link: bleRenegotiated, load: IDLE, targetMicros: [3_000, 5_000] },
  { name: "BLE with a quarter lost", link: bleLossy, load: IDLE, targetMicros: [3_000, 5_000] },
  { name: "BLE every 30 ms, streaming", link: bleEvery(30), load: STREAMING, targetMicros: [3_000, 5_000] },
  { name: "BLE every 200 ms", link: bleEvery(200), load: IDLE },
  { name: "BLE every 200 ms, streaming", link: bleEvery(200), load: STREAMING },
];

export interface Measured {
  /** Errors, and the bounds that went with them, µs. */
  readonly contact: number[];
  readonly bounds: number[];
  readonly holdover: number[];
  asked: number;
  outside: number;
}

/** Asked after each exchange from twenty seconds on, and ten minutes after the last. */
export const measureClocks = ({ link, load }: ClockCase, seeds: number): Measured => {
  const measured: Measured = { contact: [], bounds: [], holdover: [], asked: 0, outside: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const random = seeded(seed * 7919);
    const crystal = anyCrystal(random);
    const way = link(random);
    const estimator = new ClockEstimator();
    const ask = (tMicros: number): number => {
      const map = estimator.mapAt(sessionMicros(tMicros));
      if (map === undefined) throw new Error(`expected a map, seed ${String(seed)}`);
      const error = Math.abs(toBandMicros(map, sessionMicros(tMicros)) - bandAt(crystal, tMicros));
      measured.asked++;
      if (error > map.errorMicros) measured.outside++;
      return error;
    };
    const tStart = 1e9;
    let tMicros = tStart;
    for (let asked = 0; tMicros < tStart + CONTACT_MICROS; asked++) {
      const exchange = exchangeAt(crystal, way, load, tMicros, random);
      if (exchange !== undefined && estimator.add(exchange) !== "taken")
        throw new Error(`expected every exchange to be taken, seed ${String(seed)}`);
      tMicros += pollWaitMicros(asked);
      if (estimator.sampleCount < FAST_EXCHANGES) continue;
      const error = ask(tMicros);
      if (tMicros <= tStart + OPENING_MICROS) continue;
      measured.contact.push(error);
      measured.bounds.push(estimator.mapAt(sessionMicros(tMicros))?.errorMicros ?? NaN);
    }
    measured.holdover.push(ask(tMicros + HOLDOVER_MICROS));
  }
  return measured;
};
