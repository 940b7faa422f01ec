import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firmware } from "@entrain/firmware";
import { bandMicros, encodeLine, type HostMessage, sessionMicros } from "@entrain/protocol";
import { planOf } from "@entrain/protocol/testing";
import { expect, test } from "vitest";
import { hardwareOf } from "../bench/interpreter/stubs.ts";

const program = process.env["ESPRUINO_BIN"] ?? "";
const T_START_SECONDS = 1_000_000;
const START_MICROS = T_START_SECONDS * 1e6;
/** A band that forgot a variable a minute would be 10 short at the end; what waits at the moment of looking may differ. */
const MOST_GROWTH = 5;

let seq = 0;
const line = (message: HostMessage): string =>
  JSON.stringify(Buffer.from(encodeLine(message, seq++)).toString("latin1"));
const map: HostMessage = {
  kind: "clockMap",
  sessionRef: sessionMicros(START_MICROS),
  bandRef: bandMicros(START_MICROS),
  bandPerSession: 1.00001,
  errorMicros: 100,
};
const planAndStart = (revision: number): string => {
  const beatZeroMicros = sessionMicros(START_MICROS);
  return `${line(planOf({ beatZeroMicros, revision }))},${line({ kind: "start", revision, fromMicros: beatZeroMicros })}`;
};

/** A clock that a loop moves on, and timers that it calls: minutes take as long as the interpreter needs for its work. */
const CLOCK = `
HARDWARE.t = ${String(T_START_SECONDS)};
var getTime = function () { return HARDWARE.t; };
var setTimeout = function (f, ms) { HARDWARE.once = f; HARDWARE.due = HARDWARE.t + ms / 1000; return 1; };
var clearTimeout = function () { HARDWARE.once = undefined; };
HARDWARE.log = USB.write.bind(USB);
USB.write = function () {};
`;

const RUN = `
HARDWARE.once();
HARDWARE.once = undefined;
HARDWARE.credit = ${line({ kind: "credit", upTo: 0xffffffff })};
HARDWARE.clock = ${line({ kind: "clockRequest", hostSentMicros: sessionMicros(START_MICROS) })};
HARDWARE.maps = [${line(map)},${line(map)}];
HARDWARE.plans = [[${planAndStart(1)}],[${planAndStart(2)}]];
HARDWARE.run = function (minutes) {
  for (var m = 0; m < minutes; m++) {
    HARDWARE.data(HARDWARE.maps[m & 1]);
    if (m % 5 === 0) HARDWARE.plans[(m / 5) & 1].forEach(function (each) { HARDWARE.data(each); });
    for (var s = 0; s < 60; s++) {
      for (var i = 0; i < 14; i++) {
        HARDWARE.t += 1 / 14;
        if (HARDWARE.once && HARDWARE.due <= HARDWARE.t) {
          var f = HARDWARE.once, t = HARDWARE.t;
          HARDWARE.once = undefined;
          HARDWARE.t = HARDWARE.due;
          f();
          HARDWARE.t = t;
        }
        if (i & 1) HARDWARE.data(HARDWARE.credit);
        HARDWARE.motion();
      }
      HARDWARE.data(HARDWARE.clock);
      HARDWARE.every[1000]();
    }
  }
  HARDWARE.log("\\n#usage " + process.memory().usage + " pulses " + HARDWARE.pulses + "\\n");
};
HARDWARE.run(2);
HARDWARE.run(10);
quit();
`;

const MOTION = {
  "xiao-sense":
    "HARDWARE.motion = function () { for (var ms in HARDWARE.every) if (ms < 1000) HARDWARE.every[ms](); };",
  banglejs2:
    "HARDWARE.motion = function () { for (var i = 0; i < 4; i++) HARDWARE.accel({ x: 0.1, y: -0.25, z: 1 }); };\nHARDWARE.once = function () {};",
} as const;

const run = async (board: keyof typeof MOTION): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-growth-"));
  const path = join(dir, "band.js");
  writeFileSync(path, `${hardwareOf(board)}${CLOCK}\n${firmware[board].text}\n${MOTION[board]}${RUN}`);
  const child = spawn(program, [path], { cwd: dir });
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString("latin1")));
  child.stderr.resume();
  // Its input stays open: an interpreter whose input ends spins for ever.
  await new Promise((resolve) => child.on("close", resolve));
  rmSync(dir, { recursive: true, force: true });
  return said;
};

test.skipIf(!existsSync(program)).each(["banglejs2", "xiao-sense"] as const)(
  "%s uses no more variables after twelve minutes of playing and streaming than after two, on a real interpreter",
  { timeout: 240_000 },
  async (board) => {
    const said = await run(board);
    const seen = [...said.matchAll(/#usage (\d+) pulses (\d+)/g)].map(([, usage, pulses]) => [
      Number(usage),
      Number(pulses),
    ]);
    expect(seen, said.slice(-300)).toHaveLength(2);
    const [[early = NaN, few = NaN], [late = NaN, many = NaN]] = seen as [number[], number[]];
    expect(few).toBeGreaterThan(150);
    expect(many).toBeGreaterThan(5 * few);
    expect(late - early).toBeLessThanOrEqual(MOST_GROWTH);
  },
);
