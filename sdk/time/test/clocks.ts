import { bandMicros, sessionMicros } from "@entrain/protocol";
import type { ClockExchange } from "../src/index.ts";

/** Park and Miller's minimal standard generator: enough for delays in a test. */
export const seeded = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

/** Two values are a normal one (Box and Muller 1958). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

export interface Crystal {
  readonly offsetMicros: number;
  readonly skewPpm: number;
  /** Put on from a cold bag, a band warms up: its rate moves by so much … */
  readonly warmingPpm: number;
  /** … with this time constant, from the start on. */
  readonly warmingMicros: number;
  /** In and out of the sun: a slow swing of the rate on top. */
  readonly swingPpm: number;
  readonly swingMicros: number;
}

const TICK_MICROS = 30.517578125;

/** What the band's clock truly shows: the integral of its rate. */
export const bandAt = (crystal: Crystal, t: number): number => {
  const { offsetMicros, skewPpm, warmingPpm, warmingMicros, swingPpm, swingMicros } = crystal;
  const warmed = warmingPpm * (t - warmingMicros * (1 - Math.exp(-t / warmingMicros)));
  const angular = (2 * Math.PI) / swingMicros;
  const swung = (swingPpm * (1 - Math.cos(angular * t))) / angular;
  return offsetMicros + t + 1e-6 * (skewPpm * t + warmed + swung);
};

/** A crystal as any band may have: ±50 ppm, a rate that moves by ±3 ppm in minutes. */
export const anyCrystal = (random: () => number): Crystal => ({
  offsetMicros: 1.7e15 * random(),
  skewPpm: Math.max(-50, Math.min(50, 20 * normal(random))),
  warmingPpm: 6 * (random() - 0.5),
  warmingMicros: 60e6 * (2 + 8 * random()),
  swingPpm: 0.5 * random(),
  swingMicros: 60e6 * (3 + 10 * random()),
});

/** When something handed to the link on either way arrives; undefined where it is lost. */
export interface Way {
  readonly there: (tMicros: number) => number | undefined;
  readonly back: (tMicros: number) => number | undefined;
}

/** Frames of a cable; now and then the computer does something else. */
export const usb = (random: () => number): Way => {
  const way = (t: number): number => t + 100 + 900 * random() + (random() < 0.02 ? 30_000 * random() : 0);
  return { there: way, back: way };
};

/** Connection events: what waits for one, and what the radio misses waits for the next. The way back takes longer. */
export const ble = (random: () => number, intervalMicros: (tMicros: number) => number): Way => {
  const anchor = 1e6 * random();
  const carried = (t: number, least: number, most: number): number => {
    const interval = intervalMicros(t);
    let event = anchor + Math.ceil((t - anchor) / interval) * interval;
    while (random() < 0.02) event += interval;
    return event + 1_400 + least + (most - least) * random();
  };
  return { there: (t) => carried(t, 200, 1_500), back: (t) => carried(t, 500, 4_000) };
};

/** Some messages never arrive. */
export const lossy = ({ there, back }: Way, share: number, random: () => number): Way => ({
  there: (t) => (random() < share ? undefined : there(t)),
  back: (t) => (random() < share ? undefined : back(t)),
});

/** How busy a band's interpreter is: a share of the time with pieces of work up to so long. */
export interface Load {
  readonly share: number;
  readonly longestMicros: number;
}
export const IDLE: Load = { share: 0, longestMicros: 0 };
export const STREAMING: Load = { share: 0.7, longestMicros: 40_000 };

const EXCHANGE_MICROS = 25_000;

/** One exchange with a band that may be busy; undefined where a message was lost. */
export const exchangeAt = (
  crystal: Crystal,
  { there, back }: Way,
  load: Load,
  tSent: number,
  random: () => number,
): ClockExchange | undefined => {
  const busy = (): number => (random() < load.share ? load.longestMicros * random() : 0);
  const stamp = (t: number) => bandMicros(Math.floor(bandAt(crystal, t) / TICK_MICROS) * TICK_MICROS);
  const arrived = there(tSent);
  if (arrived === undefined) return undefined;
  const received = arrived + busy();
  const sent = received + EXCHANGE_MICROS + busy();
  const answered = back(sent);
  if (answered === undefined) return undefined;
  return {
    hostSentMicros: sessionMicros(tSent),
    bandReceivedMicros: stamp(received),
    // What writing takes is known to a fraction of a millisecond, and never taken for more than it is.
    bandSentMicros: stamp(sent - 300 * random()),
    hostReceivedMicros: sessionMicros(answered),
  };
};
