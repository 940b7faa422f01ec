import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { quantile } from "../bench/statistics.ts";
import { priority } from "../conformance/bands/priority.ts";
import { type Paced, paceInterpreters } from "./interpreters.ts";

// Felt together on real interpreters. It takes as long as it says, in real time: SYNC_SECONDS makes it shorter.

const program = process.env["ESPRUINO_BIN"];
const SECONDS = Number(process.env["SYNC_SECONDS"] ?? 300);
const WITHOUT_SECONDS = 30;
const TIMEOUT_MILLIS = (SECONDS + 60) * 1e3;

const absence = (): string | undefined => {
  if (program === undefined || program === "") return "ESPRUINO_BIN names no interpreter";
  if (!existsSync(program)) return `expected an interpreter at ESPRUINO_BIN, found nothing at ${program}`;
  return spawnSync("socat", ["-V"], { stdio: "ignore" }).status === 0 ? undefined : "socat is not installed";
};
const absent = absence();

const millis = (micros: readonly number[]): string =>
  [0.5, 0.95, 1].map((p) => (quantile(micros, p) / 1e3).toFixed(2)).join(", ");

const figures = ({ commandedMicros, plannedMicros, latenessMicros }: Paced): string =>
  `ms, p50, p95, max: commanded ${millis(commandedMicros)}; due by their own clocks ${millis(plannedMicros)}; late ${millis(latenessMicros)}; run ${priority().join(" ") || "at no priority"}`;

describe.skipIf(absent !== undefined)("four real interpreters, seconds and up to 80 ppm apart, at 100 a minute", () => {
  test(
    `for ${String(SECONDS)} s their motors are commanded within 3 ms (p95)`,
    async () => {
      const paced = await paceInterpreters(program ?? "", SECONDS, true);
      process.stdout.write(`${String(paced.beats)} beats: ${figures(paced)}\n`);
      expect(paced.commandedMicros.length).toBeGreaterThan(0.98 * paced.beats);
      expect(quantile(paced.commandedMicros, 0.95), figures(paced)).toBeLessThanOrEqual(3_000);
    },
    TIMEOUT_MILLIS,
  );

  test(
    "and without the estimate they are not: 50 ms apart at least",
    async () => {
      const paced = await paceInterpreters(program ?? "", WITHOUT_SECONDS, false);
      process.stdout.write(`without the estimate: ${figures(paced)}\n`);
      expect(paced.commandedMicros.length).toBeGreaterThan(0.5 * paced.beats);
      expect(quantile(paced.commandedMicros, 0.5), figures(paced)).toBeGreaterThanOrEqual(50_000);
    },
    TIMEOUT_MILLIS,
  );
});

test.skipIf(absent === undefined)(`four real interpreters: not here, ${absent ?? ""}`, (context) => {
  context.skip();
});
