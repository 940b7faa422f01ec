import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BoardId, boards } from "@entrain/boards";
import type { BandSource, BandUnderTest } from "../band-under-test.ts";
import { bandScript, interpreterAbsence, playedFaults } from "./interpreter-script.ts";
import { readPinLog } from "./pin-log.ts";
import { pipedLink } from "./piped-link.ts";
import { priority } from "./priority.ts";
import { realTime } from "./real-time.ts";

const BOOT_MILLIS = 500;
/** A timer's thread is given a processor when there is one. */
const EDGE_MICROS = 10_000;

const nameOf = (board: BoardId): string => `${board}, real timers`;

const start = async (program: string, board: BoardId): Promise<BandUnderTest> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-timers-"));
  const script = join(dir, "band.js");
  const log = join(dir, "pins");
  writeFileSync(script, bandScript(board, ["prelude", "native-timers", "faults"]));
  const [command, ...args] = [...priority(), program, script];
  const child = spawn(command, args, { cwd: dir, env: { ...process.env, PINLOG: log } });
  child.stderr.resume();
  const link = pipedLink(child, () => undefined);
  const tell = (line: string): void => {
    link.write(Buffer.from(`!${line}\n`));
  };
  const aheadMicros = (performance.timeOrigin + performance.now()) * 1e3 - realTime.nowMicros();
  await sleep(BOOT_MILLIS);
  const tReady = realTime.nowMicros();
  return {
    name: nameOf(board),
    scheduler: realTime,
    isFast: false,
    link,
    wait: (micros) => sleep(Math.max(1, micros / 1_000)),
    // Of a motor behind a driver this is when the driver was enabled, which is longer than it drove.
    motorSpans: () =>
      readPinLog(log, boards[board].motor.offPin, aheadMicros).filter(({ onMicros }) => onMicros > tReady),
    edgeMicros: EDGE_MICROS,
    press: () => {
      tell("press");
    },
    release: () => {
      tell("release");
    },
    faults: playedFaults(tell),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit");
        child.kill();
        await gone;
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/**
 * The bundle of a board on a real interpreter that has hardware timers, or the code of a board's timers on a clock of the
 * computer's, and that logs its pins to the file named by PINLOG: a pulse ends there whatever JavaScript does.
 */
export const nativeTimersSource = (board: BoardId, program: string | undefined): BandSource => ({
  name: nameOf(board),
  offers: ["motor", "button", "fault", "timely"],
  absent: interpreterAbsence("ESPRUINO_TIMER_BIN", program),
  start: () => start(program ?? "", board),
});
