import { sessionMicros } from "@entrain/protocol";
import { describe, expect, it } from "vitest";
import type { Band, BandEvent, BandPlan } from "../../src/index.ts";
import { type BenchMotorOpts, FirmataBand } from "../../src/node/firmata/index.ts";
import { layTable, type Table } from "./bench.ts";
import { SimulatedDrv2605l } from "./simulated-drv2605l.ts";

const DRIVER: BenchMotorOpts = { kind: "drv2605l", actuator: "lra" };
/** What passes on the wire and in the streams of the port between a command and its pin. */
const LATE_MICROS = 1_000;

const planAt = (tMicros: number, more: Partial<BandPlan> = {}): BandPlan => ({
  beatZeroMicros: sessionMicros(tMicros),
  revision: 4,
  totalBeats: 0,
  fadeMillis: 0,
  pulseMillis: 100,
  accentMask: 1,
  muteMask: 0b1000,
  beatsPerBar: 4,
  subdivision: 1,
  strength: 150,
  accentStrength: 255,
  swellBeats: 0,
  segments: Float64Array.of(0, 600_000, 0),
  ...more,
});

const bandOn = async (motor: BenchMotorOpts, prepare?: (table: Table) => void) => {
  const table = await layTable();
  const driver = new SimulatedDrv2605l(table.clock);
  table.device.i2c.driver = driver;
  prepare?.(table);
  const band = new FirmataBand({
    name: "Ada",
    scheduler: table.clock,
    openTransport: () => Promise.resolve(table.transport),
    motor,
  });
  const events: BandEvent[] = [];
  band.on((event) => events.push(event));
  const connected = band.connect();
  connected.catch(() => undefined);
  table.device.boot();
  for (let i = 0; i < 60 && band.state === "connecting"; i++) await table.pass(100_000);
  return { ...table, driver, band, events, connected };
};

describe("a bench band with a driver", () => {
  it("is a band, and says what it is no guarantee for", async () => {
    const { band, connected } = await bandOn(DRIVER);
    await connected;
    const asBand: Band = band;
    expect(asBand.state).toBe("ready");
    expect(band.name).toBe("Ada (bench only)");
    expect(band.isWearable).toBe(false);
    expect(Object.values(band.capabilities)).toEqual([false, false, false, false]);
    expect(band.info?.boardId).toBe("arduino-firmata");
  });

  it("plays a plan at its times, accents stronger, mutes silent, from soft to full, and tells of each", async () => {
    const { band, driver, events, clock, pass } = await bandOn(DRIVER);
    const t0 = clock.nowMicros() + 500_000;
    await band.setPlan(planAt(t0));
    await band.start(4, sessionMicros(t0));
    await pass(12_000_000);
    const expected = Array.from({ length: 19 }, (_, i) => i).filter((beat) => beat % 4 !== 3);
    expect(driver.played.length).toBe(expected.length);
    driver.played.forEach(({ tOnMicros }, i) => {
      const late = tOnMicros - (t0 + 600_000 * (expected[i] ?? NaN));
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(LATE_MICROS);
    });
    expect(driver.played[0]?.effect).toBe(3); // the ramp of five seconds
    expect(driver.played.slice(-3).map(({ effect }) => effect)).toEqual([1, 2, 2]); // an accent, two beats
    const told = events.filter(({ kind }) => kind === "pulse");
    expect(told.length).toBe(expected.length);
    // Every effect ended, though nobody asked for it.
    for (const { tOnMicros, tOffMicros } of driver.played) expect((tOffMicros ?? NaN) - tOnMicros).toBe(45_000);
  });

  it("samples while it plays", async () => {
    const { band, events, clock, pass } = await bandOn(DRIVER);
    await band.setPlan(planAt(clock.nowMicros()));
    await band.start(4, clock.nowMicros());
    const before = events.filter(({ kind }) => kind === "samples").length;
    await pass(2_000_000);
    expect(events.filter(({ kind }) => kind === "samples").length - before).toBeGreaterThanOrEqual(195);
  });

  it("stops at once, fades, keeps the caps and the duty limit", async () => {
    const { band, driver, clock, pass } = await bandOn(DRIVER);
    const play = async (more: Partial<BandPlan> = {}): Promise<void> => {
      await band.setPlan(planAt(clock.nowMicros(), more));
      await band.start(4, clock.nowMicros());
    };
    await play();
    await pass(6_010_000);
    expect(driver.isOn).toBe(true);
    await band.stopAll();
    await pass(2_000);
    expect(driver.isOn).toBe(false);
    const count = driver.played.length;
    await pass(5_000_000);
    expect(driver.played.length).toBe(count);
    await play();
    await pass(6_000_000);
    await band.stop(2_000);
    await pass(10_000_000);
    expect(driver.played.at(-1)?.tOnMicros).toBeLessThanOrEqual(clock.nowMicros() - 8_000_000);
    await band.cap(60);
    await play({ segments: Float64Array.of(0, 250_000, 0), muteMask: 0 });
    const from = driver.played.length;
    await pass(20_000_000);
    const after = driver.played.slice(from);
    expect(after.length).toBeGreaterThan(20);
    expect(new Set(after.map(({ effect }) => effect))).toEqual(new Set([3]));
    for (const { tOnMicros } of after) {
      const window = after.filter((other) => other.tOnMicros >= tOnMicros && other.tOnMicros < tOnMicros + 10_000_000);
      expect(window.length * 60).toBeLessThanOrEqual(2_500);
    }
  });

  it("declines what it cannot do, by name", async () => {
    const { band, clock, pass } = await bandOn(DRIVER);
    await expect(band.start(9, clock.nowMicros())).rejects.toMatchObject({ code: "refused" });
    await expect(band.lead(true)).rejects.toThrow(/bench only/);
    const late = { expiresMicros: sessionMicros(clock.nowMicros() - 1), durationMillis: 60, strength: 90 };
    await expect(band.pulseNow(late)).rejects.toMatchObject({ code: "too-late" });
    await band.pulseNow({ ...late, expiresMicros: sessionMicros(clock.nowMicros() + 1e6) });
    await expect(
      band.pulseNow({ ...late, expiresMicros: sessionMicros(clock.nowMicros() + 1e6) }),
    ).rejects.toMatchObject({
      code: "refused",
    });
    await pass(1_000_000);
  });

  it("is refused where another chip answers", async () => {
    const { connected, transport } = await bandOn(DRIVER, ({ device, clock }) => {
      device.i2c.driver = new SimulatedDrv2605l(clock, 3);
    });
    await expect(connected).rejects.toMatchObject({
      code: "not-a-band",
      message: expect.stringMatching(/DRV2605L.*found identity 3/) as string,
    });
    expect(transport.isOpen).toBe(false);
  });

  it("ends its pulse by itself when the host dies in the middle, and is at rest after", async () => {
    const { band, driver, clock, pass, unplug } = await bandOn(DRIVER);
    await band.setPlan(planAt(clock.nowMicros()));
    await band.start(4, clock.nowMicros());
    await pass(2_410_000);
    expect(driver.isOn).toBe(true);
    unplug();
    await pass(100_000);
    expect(driver.isOn).toBe(false);
    expect(band.state).toBe("no-signal");
    const count = driver.played.length;
    await pass(5_000_000);
    expect(driver.played.length).toBe(count);
    await band.close();
  });
});

describe("a bare motor on a PWM pin", () => {
  it("is refused unless it was declared bench-only", async () => {
    const { connected, transport, device } = await bandOn({ kind: "pwm", pin: 9, benchOnly: false });
    await expect(connected).rejects.toThrow(/pulses end by themselves.*pin 9.*bench-only.*keeps its last level/);
    expect(transport.isOpen).toBe(false);
    expect(device.levels.size).toBe(0);
  });

  it.each([3, 9])("declared so, pulses on pin %i and goes off again", async (pin) => {
    const { band, device, clock, pass } = await bandOn({ kind: "pwm", pin, benchOnly: true });
    const beat = { segments: Float64Array.of(0, 1_000_000, 0), muteMask: 0 };
    await band.setPlan(planAt(clock.nowMicros() + 5_000, beat));
    await band.start(4, clock.nowMicros());
    await pass(5_050_000);
    expect(device.levels.get(pin)).toBeGreaterThan(90);
    await pass(100_000);
    expect(device.levels.get(pin)).toBe(0);
  });
});
