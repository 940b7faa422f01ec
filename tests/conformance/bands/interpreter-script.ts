import { existsSync, readFileSync } from "node:fs";
import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import type { Faults } from "../band-under-test.ts";

/** Pieces of JavaScript that stand in for a band's hardware, on the interpreter itself. */
export type Prelude = "prelude" | "stepped" | "native-timers" | "faults" | "true-edges";

const BOARD: Readonly<Record<BoardId, readonly string[]>> = {
  banglejs2: ["banglejs2"],
  "xiao-sense": ["lsm6ds3", "drv2605l", "xiao-sense"],
  "xiao-tap": ["lsm6ds3", "xiao-tap"],
};

const source = (name: string): string => readFileSync(new URL(`../espruino/${name}.js`, import.meta.url), "utf8");

/** A board's hardware, played. @param behind - preludes that change the board's own */
export const hardwareScript = (board: BoardId, before: readonly Prelude[], behind: readonly Prelude[] = []): string =>
  [...before, ...BOARD[board], ...behind].map(source).join("");

/** A board's hardware and, behind it, its firmware: the very bundle that goes on a board. */
export const bandScript = (board: BoardId, preludes: readonly Prelude[]): string =>
  hardwareScript(board, preludes) + firmware[board].text;

/** Why there is no interpreter, for a report; undefined where there is one. */
export const interpreterAbsence = (variable: string, program: string | undefined): string | undefined => {
  if (program === undefined || program === "") return `${variable} names no interpreter`;
  return existsSync(program) ? undefined : `expected an interpreter at ${variable}, found nothing at ${program}`;
};

/** What goes wrong with hardware that is played (`faults.js`). @param tell - hands the prelude a line */
export const playedFaults = (tell: (line: string) => void): Faults => ({
  throwInHandler: () => {
    tell("throw");
  },
  stopReading: (micros) => {
    tell(`deaf ${String(micros)}`);
  },
  imuBusStates: ["well", "stuck", "rubbish"],
  setImuBus: (state) => {
    tell(`imu ${state}`);
  },
  setClock: (byMicros) => {
    tell(`clock ${String(byMicros)}`);
  },
  setBattery: (percent) => {
    tell(`battery ${String(percent)}`);
  },
});
