import {
  AckResult,
  BandErrorCode,
  BandState,
  CalibrateStep,
  DRIVER_CALIBRATION_MILLIS,
  WearerAction,
} from "@entrain/protocol";
import { afterEach, describe, expect, test } from "vitest";
import type { BoardId } from "@entrain/boards";
import { inMidPulse, play } from "./behaviours/behaviour.ts";
import { interpreterAbsence } from "./bands/interpreter-script.ts";
import { startStepped, type SteppedBand } from "./bands/stepped.ts";
import { endedAfterMicros, expectWithinLimits, isMotorOn, longestMicros, spansOf, tell } from "./motor-record.ts";
import { Wire } from "./wire.ts";

// What one board has and others have not, on a real interpreter whose chips are played from their data sheets.

const program = process.env["ESPRUINO_BIN"];
const absent = interpreterAbsence("ESPRUINO_BIN", program);
const TIMEOUT_MILLIS = 60_000;
const WEARER_MICROS = 50_000;
const CALIBRATED_MICROS = 2_000_000;

let started: SteppedBand | undefined;
afterEach(async () => {
  await started?.close();
  started = undefined;
});

const start = async (board: BoardId): Promise<{ readonly wire: Wire; readonly band: SteppedBand }> => {
  const band = await startStepped(program ?? "", board);
  started = band;
  return { wire: new Wire(band), band };
};

/** What the prelude says to a line. */
const asked = async (band: SteppedBand, line: string): Promise<string> => {
  const before = band.said.length;
  band.tell(line);
  await band.wait(1_000);
  return band.said.slice(before).join(" ");
};

const register = async (band: SteppedBand, at: number): Promise<number> =>
  Number((await asked(band, `register driver ${String(at)}`)).split(" ")[1]);

describe.skipIf(absent !== undefined)(
  "a XIAO's motor driver, on a real interpreter",
  { timeout: TIMEOUT_MILLIS },
  () => {
    test("calibrates itself within its time, keeps what it found, and plays by it in a closed loop", async () => {
      const { wire, band } = await start("xiao-sense");
      await wire.begin();
      expect(await register(band, 0x1a)).toBe(0xb6);
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.driver })).toBe(AckResult.ok);
      await wire.stay(CALIBRATED_MICROS);
      tell(band, "driver's calibration: motor on for", longestMicros(wire), DRIVER_CALIBRATION_MILLIS * 1e3);
      expect(longestMicros(wire)).toBeGreaterThan(200_000);
      expect(longestMicros(wire)).toBeLessThanOrEqual(DRIVER_CALIBRATION_MILLIS * 1e3);
      expect([await register(band, 0x18), await register(band, 0x19), await register(band, 0x1a)]).toEqual([
        0x0d, 0x71, 0xb5,
      ]);
      // Compensation, back-EMF and feedback stand behind format, manner and lag in the file.
      expect(await asked(band, "settings")).toBe("#settings [1,0,0,13,113,181]");
      expect((await register(band, 0x1d)) & 1).toBe(0);
      expect(wire.all("error")).toEqual([]);
      await play(wire);
      await wire.stay(3_000_000);
      expect(wire.all("pulsePlayed").length).toBeGreaterThan(3);
      expect((await register(band, 0x01)) & 7).toBe(5);
    });

    test("with a broken wire: tells what the chip found, and drives in an open loop", async () => {
      const { wire, band } = await start("xiao-sense");
      await wire.begin();
      band.tell("break");
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.driver })).toBe(AckResult.ok);
      await wire.stay(CALIBRATED_MICROS);
      expect(wire.all("error").map(({ code, detail }) => [code, detail])).toEqual([[BandErrorCode.motor, 0xe8]]);
      expect((await register(band, 0x1d)) & 1).toBe(1);
      expect(await asked(band, "settings")).not.toContain("181");
    });

    test("its calibration is cut short by the wearer, and what it left behind does not play on", async () => {
      const { wire, band } = await start("xiao-sense");
      await wire.begin();
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.driver })).toBe(AckResult.ok);
      await wire.until(() => isMotorOn(wire), "the calibration");
      await band.wait(400_000);
      await wire.until(() => isMotorOn(wire), "its second part");
      await band.wait(50_000);
      const tPress = wire.now();
      band.press?.();
      await wire.stay(1_000_000);
      const offMicros = endedAfterMicros(wire, tPress);
      tell(band, "press in a calibration: motor off after", offMicros, WEARER_MICROS);
      expect(offMicros).toBeLessThanOrEqual(WEARER_MICROS);
      band.release?.();
      const before = spansOf(wire).length;
      await wire.stay(3_000_000);
      expect(spansOf(wire)).toHaveLength(before);
      expect(await wire.command({ kind: "calibrate", step: CalibrateStep.driver })).toBe(AckResult.withheld);
    });
  },
);

describe.skipIf(absent !== undefined)("a double tap, on a real interpreter", { timeout: TIMEOUT_MILLIS }, () => {
  const SWINGING = 2_000;

  test("stops within 50 ms while the arm is held still, and never while it swings", async () => {
    const { wire, band } = await start("xiao-tap");
    const tSwing = await inMidPulse(wire);
    band.tell(`swing ${String(SWINGING)}`);
    await wire.stay(1_000_000);
    band.tell("doubletap");
    await wire.stay(1_500_000);
    expect(spansOf(wire).filter(({ onMicros }) => onMicros > tSwing).length).toBeGreaterThan(2);
    expect(wire.all("wearerEvent")).toEqual([]);
    band.tell("swing 0");
    await wire.stay(1_000_000);
    await wire.until(() => !isMotorOn(wire), "the motor to be off");
    await wire.until(() => isMotorOn(wire), "a pulse");
    const tTap = wire.now();
    band.tell("doubletap");
    await wire.stay(1_000_000);
    const offMicros = endedAfterMicros(wire, tTap);
    tell(band, "double tap: motor off after", offMicros, WEARER_MICROS);
    expect(offMicros).toBeLessThanOrEqual(WEARER_MICROS);
    expect(wire.all("wearerEvent").map(({ event }) => event)).toEqual([WearerAction.stop]);
    expect((await wire.hello()).state).toBe(BandState.stoppedByWearer);
    expectWithinLimits(wire);
  });

  test("while stopped: one does nothing, two go on with the group, three are softer", async () => {
    const { wire, band } = await start("xiao-tap");
    await play(wire);
    await wire.stay(6_000_000);
    const taps = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        band.tell("doubletap");
        await wire.stay(600_000);
      }
      await wire.stay(2_000_000);
    };
    const events = (): readonly number[] => wire.all("wearerEvent").map(({ event }) => event);
    await taps(1);
    expect(events()).toEqual([WearerAction.stop]);
    await taps(1);
    expect((await wire.hello()).state).toBe(BandState.stoppedByWearer);
    await taps(3);
    await wire.stay(500_000);
    expect(events()).toEqual([WearerAction.stop, WearerAction.dim]);
    const before = spansOf(wire).length;
    await taps(2);
    await wire.stay(4_000_000);
    expect(events().at(-1)).toBe(WearerAction.resume);
    expect(spansOf(wire).length).toBeGreaterThan(before + 2);
  });
});

describe.skipIf(absent !== undefined)("a watch's screen, on a real interpreter", { timeout: TIMEOUT_MILLIS }, () => {
  test("says the state, the strength and what stops it; a touch stops within 50 ms", async () => {
    const { wire, band } = await start("banglejs2");
    const screen = async (): Promise<string> => {
      await wire.stay(2_500_000);
      return asked(band, "screen");
    };
    await wire.hello();
    expect(await screen()).toContain("|resting|strength 100|touch: STOP");
    await inMidPulse(wire);
    await wire.stay(2_000_000);
    expect(await screen()).toContain("|playing|strength 100|touch: STOP");
    await wire.until(() => !isMotorOn(wire), "the motor to be off");
    await wire.until(() => isMotorOn(wire), "a pulse");
    const tTouch = wire.now();
    band.tell("touch");
    await wire.stay(1_000_000);
    const offMicros = endedAfterMicros(wire, tTouch);
    tell(band, "touch of the screen: motor off after", offMicros, WEARER_MICROS);
    expect(offMicros).toBeLessThanOrEqual(WEARER_MICROS);
    expect(await screen()).toContain("|stopped|strength 100|hold 2 s: go on");
    band.press?.();
    await band.wait(150_000);
    band.release?.();
    await wire.stay(2_000_000);
    expect(await screen()).toContain("|stopped|strength 74|");
    band.press?.();
    await band.wait(2_200_000);
    band.release?.();
    expect(await screen()).toContain("|playing|strength 74|touch: STOP");
  });
});

test.skipIf(absent === undefined)(`chips of single boards: not here, ${absent ?? ""}`, (context) => {
  context.skip();
});
