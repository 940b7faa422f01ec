import { sessionMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { VirtualClock } from "@entrain/time/testing";
import type { BandEvent, BandPlan } from "../src/index.ts";
import { FrameBand } from "../src/index.ts";
import { ScriptedBand } from "./scripted-band.ts";

/** Lets promises, and streams of Node, come to rest. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface Table {
  readonly clock: VirtualClock;
  readonly device: ScriptedBand;
  readonly band: FrameBand;
  readonly events: BandEvent[];
  readonly states: string[];
}

/** A scripted band and the host's side of it, on a clock of their own or a common one. */
export const layTable = (name = "Ada", clock = new VirtualClock()): Table => {
  const device = new ScriptedBand(clock);
  const band = new FrameBand({ name, scheduler: clock, openLink: device.openLink });
  const events: BandEvent[] = [];
  const states: string[] = [];
  band.on((event) => {
    events.push(event);
    if (event.kind === "state") states.push(event.state);
  });
  return { clock, device, band, events, states };
};

export const pass = (clock: VirtualClock, seconds: number): Promise<void> =>
  clock.advanceToDrained(sessionMicros(clock.nowMicros() + seconds * 1e6), settle);

/** Greeted, measured and told its clock. */
export const readyTable = async (name?: string, clock?: VirtualClock): Promise<Table> => {
  const table = layTable(name, clock);
  const connected = table.band.connect();
  await pass(table.clock, 1);
  await connected;
  return table;
};

/** One of several plans, at 100 a minute. */
export const planNumbered = (revision: number): BandPlan =>
  planOf({ beatZeroMicros: sessionMicros(1e9), revision, segments: Float64Array.of(0, 600_000, 0) });
