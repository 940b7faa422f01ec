import { bandMicros, type BandMessage, type MessageOf, WearerAction } from "@entrain/protocol";
import { describe, expect, test } from "vitest";
import type { BandEvent, BandSamples } from "../src/index.ts";
import { layTable, pass, readyTable, type Table } from "./table.ts";
import { TRIP_MICROS } from "./scripted-band.ts";

const TRIP_S = (2 * TRIP_MICROS) / 1e6;

const burstOf = (table: Table, change: Partial<MessageOf<"imuBurst">> = {}): MessageOf<"imuBurst"> => ({
  kind: "imuBurst",
  tFirstMicros: bandMicros(table.device.now() - 30_000),
  tLastMicros: table.device.now(),
  firstIndex: 100,
  axes: 3,
  samples: Int16Array.of(4096, 0, -4096, 0, 2048, 1, 0, 0, 0, 1, 2, 3),
  ...change,
});

/** What listeners hear of a message. */
const heardOf = async (table: Table, message: BandMessage): Promise<readonly BandEvent[]> => {
  const before = table.events.length;
  table.device.send(message);
  await pass(table.clock, TRIP_S);
  return table.events.slice(before);
};

const samplesIn = (events: readonly BandEvent[]): BandSamples => {
  const [event] = events;
  if (event?.kind !== "samples") throw new Error(`expected samples, found ${JSON.stringify(event)}`);
  return event;
};

describe("bursts that no band sends", () => {
  test.each([0, 1, 2, 4, 5, 7, 65_535])("of %i axes are no movement, and do no harm", async (axes) => {
    const table = await readyTable();
    expect(await heardOf(table, burstOf(table, { axes }))).toEqual([]);
    expect(samplesIn(await heardOf(table, burstOf(table))).tMicros).toHaveLength(4);
  });

  test("without a sample say nothing", async () => {
    const table = await readyTable();
    expect(await heardOf(table, burstOf(table, { samples: new Int16Array(0) }))).toEqual([]);
  });

  test("with a part of a sample at the end lose that part", async () => {
    const table = await readyTable();
    const { tMicros, accelG } = samplesIn(await heardOf(table, burstOf(table, { samples: new Int16Array(11) })));
    expect([tMicros.length, accelG.length]).toEqual([3, 9]);
    expect(samplesIn(await heardOf(table, burstOf(table, { firstIndex: 103 }))).missed).toBe(0);
  });

  test("an index that runs backwards misses nothing", async () => {
    const table = await readyTable();
    await heardOf(table, burstOf(table, { firstIndex: 4_000_000_000 }));
    expect(samplesIn(await heardOf(table, burstOf(table))).missed).toBe(0);
  });
});

describe("samples", () => {
  test("come in g, on the session clock, evenly between the two timestamps", async () => {
    const table = await readyTable();
    const tLastMicros = table.clock.nowMicros();
    const { tMicros, accelG, gyroDps } = samplesIn(await heardOf(table, burstOf(table)));
    [30_000, 20_000, 10_000, 0].forEach((ago, i) => expect((tMicros[i] ?? 0) - tLastMicros).toBeCloseTo(-ago, 0));
    expect([...accelG.subarray(0, 5)]).toEqual([1, 0, -1, 0, 0.5]);
    expect(gyroDps).toBeUndefined();
  });

  test("with a gyroscope: rotation first on the wire, in degrees a second", async () => {
    const table = await readyTable();
    const samples = Int16Array.of(16, -32, 0, 4096, 0, 0, 160, 0, 1, 0, 8192, -1);
    const { accelG, gyroDps, tMicros } = samplesIn(await heardOf(table, burstOf(table, { axes: 6, samples })));
    expect([...(gyroDps ?? [])]).toEqual([1, -2, 0, 10, 0, 0.0625]);
    expect([...accelG]).toEqual([1, 0, 0, 0, 2, -1 / 4096]);
    expect(tMicros).toHaveLength(2);
  });

  test("a burst of one carries the later timestamp", async () => {
    const table = await readyTable();
    const tLastMicros = table.clock.nowMicros();
    const one = burstOf(table, { samples: Int16Array.of(0, 0, 4096) });
    expect((samplesIn(await heardOf(table, one)).tMicros[0] ?? 0) - tLastMicros).toBeCloseTo(0, 0);
  });

  test("a gap in the index is what was missed", async () => {
    const table = await readyTable();
    const missed: number[] = [];
    for (const firstIndex of [100, 104, 118, 122]) {
      missed.push(samplesIn(await heardOf(table, burstOf(table, { firstIndex }))).missed);
    }
    expect(missed).toEqual([0, 0, 10, 0]);
  });
});

describe("other reports", () => {
  test("a pulse, on the session clock", async () => {
    const table = await readyTable();
    const tMicros = table.clock.nowMicros();
    const onMicros = table.device.now();
    const [pulse] = await heardOf(table, {
      kind: "pulsePlayed",
      onMicros,
      plannedMicros: bandMicros(onMicros - 400),
      pulseIndex: 12,
      revision: 3,
      durationMillis: 60,
      strength: 200,
    });
    expect(pulse).toMatchObject({ kind: "pulse", durationMicros: 60_000, pulseIndex: 12, revision: 3, strength: 200 });
    if (pulse?.kind !== "pulse") throw new Error("expected a pulse");
    expect(pulse.onMicros - tMicros).toBeCloseTo(0, 0);
    expect(pulse.onMicros - pulse.plannedMicros).toBeCloseTo(400, 0);
  });

  test.each(["stop", "resume", "dim", "tap"] as const)("the wearer's %s", async (action) => {
    const table = await readyTable();
    const event = WearerAction[action];
    const didMicros = table.clock.nowMicros();
    const [heard, ...more] = await heardOf(table, {
      ...{ kind: "wearerEvent", tMicros: table.device.now(), event, wearerCap: 128 },
    });
    expect(heard).toMatchObject({ kind: "wearer", action, wearerCap: 128 });
    expect(more).toEqual([]);
    // On the session clock, as near as the band's is known.
    expect(Math.abs((heard?.kind === "wearer" ? (heard.didMicros ?? NaN) : NaN) - didMicros)).toBeLessThan(1_000);
  });

  test("a wearer's act of a later version, a note and a host's own message mean nothing", async () => {
    const table = await readyTable();
    const { device } = table;
    const unknown: BandMessage = { kind: "wearerEvent", tMicros: device.now(), event: 99, wearerCap: 1 };
    const hosts = { kind: "stopAll" } as unknown as BandMessage;
    for (const message of [unknown, { kind: "note", text: "hm" } as const, hosts]) {
      expect(await heardOf(table, message)).toEqual([]);
    }
  });

  test("a wearer's stop is heard even while the clock is not yet known; movement is not", async () => {
    const table = layTable();
    table.device.deafTo.set("clockRequest", Infinity);
    void table.band.connect();
    await pass(table.clock, 1);
    const stop: BandMessage = { kind: "wearerEvent", tMicros: bandMicros(5), event: WearerAction.stop, wearerCap: 9 };
    expect(await heardOf(table, burstOf(table))).toEqual([]);
    expect(await heardOf(table, stop)).toMatchObject([{ kind: "wearer", action: "stop" }]);
  });

  test("an error, as it is", async () => {
    const table = await readyTable();
    expect(await heardOf(table, { kind: "error", tMicros: bandMicros(0), detail: 7, code: 6 })).toEqual([
      { kind: "error", code: 6, detail: 7 },
    ]);
  });
});
