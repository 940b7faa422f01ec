import type { BoardId } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { createPerson, createRandom, type GestureName, type Person, SimulatedBand } from "../src/index.ts";
import { Host } from "./host.ts";

/** What somebody does with the arm that wears the band. */
export interface Wearing {
  readonly gesture: GestureName;
  readonly manner: Person["manner"];
  /** Beats a minute of the movement. */
  readonly bpm: number;
}

export const BOARD: BoardId = "xiao-tap";

/** A band with no button on an arm. */
export const wear = (seed: number, { gesture, manner, bpm }: Wearing): Host => {
  const clock = new VirtualClock();
  const random = createRandom(seed);
  const body = createPerson({ name: "tested", gesture, manner }, bpm / 60, clock.nowMicros(), random.fork("body"));
  const band = new SimulatedBand({ name: "tested", board: BOARD, link: "usb", scheduler: clock, random, body });
  const host = new Host(clock, band);
  host.wait(200_000);
  return host;
};

/** How hard people tap, and how fast twice: a median of 8 g with 20 % of scatter, 220 ± 45 ms. Assumed. */
export const MEDIAN_G = 8;
const G_SD = 0.2;
const GAP_MICROS = 220_000;
const GAP_SD_MICROS = 45_000;
const SHORTEST_GAP_MICROS = 120_000;
const LONGEST_GAP_MICROS = 360_000;

/** A double tap, begun now. */
export const tapTwice = (host: Host, normal: () => number, medianG = MEDIAN_G): void => {
  const force = (): number => medianG * Math.exp(G_SD * normal());
  const gap = GAP_MICROS + GAP_SD_MICROS * normal();
  host.band.tapCase(force());
  const tSecond = sessionMicros(host.now() + Math.max(SHORTEST_GAP_MICROS, Math.min(LONGEST_GAP_MICROS, gap)));
  host.clock.advanceTo(tSecond);
  host.band.tapCase(force());
};
