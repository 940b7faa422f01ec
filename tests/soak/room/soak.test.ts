import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MotorGuard } from "./motor-guard.ts";
import { soakSession } from "./soak-session.ts";

// The short version of `npm run soak`. SOAK_SEED=… has the same happen again.

const SEED = Number(process.env["SOAK_SEED"] ?? 20_261_123);
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "entrain-soak-"));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

test("whatever goes wrong, motors stop where they must, and what was recorded is there", async () => {
  const { faults, pulses, strikes, longestPulseMillis } = await soakSession({
    bands: 2,
    seed: SEED,
    minutes: 2.5,
    file: join(dir, "soak.mcap"),
  });
  expect(faults, `seed ${String(SEED)}`).toEqual([]);
  expect(pulses).toBeGreaterThan(50);
  expect(longestPulseMillis).toBeLessThanOrEqual(203.5);
  expect(strikes.size).toBeGreaterThan(5);
}, 120_000);

test("a motor that goes on after a stop is seen", () => {
  const faults: string[] = [];
  const drivenSpans = [{ onMicros: 0, offMicros: 210_000, level: 1 }];
  const guard = new MotorGuard({ name: "Ada", drivenSpans } as never, (fault) => faults.push(fault));
  guard.still("a press", 100_000, 50_000);
  guard.look();
  expect(faults).toEqual(["Ada: on for 210.0 ms", "Ada: on 60 ms too late after a press"]);
});
