import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ByteLink } from "@entrain/band";
import { openSerialLink } from "@entrain/band/node";
import { boards, type BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { LineReader } from "@entrain/protocol";
import { SerialPort } from "serialport";
import { hardwareScript } from "../conformance/bands/interpreter-script.ts";
import { priority } from "../conformance/bands/priority.ts";
import { startGroup } from "../conformance/bands/process-group.ts";

/** A clock of an interpreter's own, on top of the machine's. */
export interface OwnClock {
  /** Whole seconds, Unix time: shared by all, so that numbers stay small. */
  readonly baseS: number;
  readonly offsetS: number;
  readonly offsetMicros: number;
  readonly skewPpm: number;
}

/** What a band reported of a pulse. */
export interface ReportedPulse {
  /** When it was due by the band's own clock: true time since the base, and when it is to be felt. */
  readonly plannedMicros: number;
  /** By the band's own clock. */
  readonly latenessMicros: number;
}

export interface InterpreterBand {
  readonly name: string;
  readonly board: BoardId;
  readonly openLink: () => Promise<ByteLink>;
  readonly pulses: readonly ReportedPulse[];
  /** When the motor was really commanded on: true times since the base, and when it is to be felt; in order. */
  readonly commandedMicros: readonly number[];
  close(): void;
}

const source = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const BOOT_MILLIS = 400;
const STEP_MILLIS = 20;
const MOST_STEPS = 500;

const script = (board: BoardId, clock: OwnClock): string =>
  [
    `var OWN_CLOCK = { base: ${String(clock.baseS)}, offset: ${String(clock.offsetS)}, micros: ${String(clock.offsetMicros)}, ppm: ${String(clock.skewPpm)} };`,
    source("../conformance/espruino/own-clock.js"),
    hardwareScript(board, ["prelude"], ["true-edges"]),
    firmware[board].text,
  ].join("\n");

/** A band's clock, in microseconds, as the truth has it since the base. */
const trueMicros = (bandMicros: number, { baseS, offsetS, offsetMicros, skewPpm }: OwnClock): number =>
  (bandMicros - baseS * 1e6 - offsetS * 1e6 - offsetMicros) / (1 + skewPpm / 1e6);

/** The bundle of a board on a real interpreter behind a pseudo-terminal (socat), with a clock of its own. */
export const startInterpreterBand = async (
  program: string,
  name: string,
  board: BoardId,
  clock: OwnClock,
): Promise<InterpreterBand> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-sync-"));
  const file = join(dir, "band.js");
  writeFileSync(file, script(board, clock));
  const path = join(dir, "tty");
  const [command, ...args] = [
    ...priority(),
    "socat",
    `PTY,link=${path},raw,echo=0`,
    `EXEC:${program} ${file},pty,raw,echo=0`,
  ];
  const end = startGroup(command, args, dir);
  // As for a strong pulse: one that is weaker is commanded a few milliseconds sooner.
  const lagMicros = boards[board].motor.lags.at(-1)?.[1] ?? NaN;
  const pulses: ReportedPulse[] = [];
  const commandedMicros: number[] = [];
  const reader = new LineReader({
    onMessage: (message) => {
      if (message.kind !== "pulsePlayed") return;
      const { plannedMicros, onMicros } = message;
      pulses.push({
        plannedMicros: trueMicros(plannedMicros, clock) + lagMicros,
        latenessMicros: onMicros - plannedMicros,
      });
    },
  });
  let text = "";
  const hear = (bytes: Uint8Array): void => {
    reader.push(bytes);
    text += Buffer.from(bytes).toString("latin1");
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const [, tMicros] = /^#edge 1 ([\d.]+)/.exec(line) ?? [];
      if (tMicros !== undefined) commandedMicros.push(Number(tMicros) + lagMicros);
    }
  };
  for (let i = 0; i < MOST_STEPS && !existsSync(path); i++) await sleep(STEP_MILLIS);
  const inner = await openSerialLink({ binding: SerialPort.binding, path });
  await sleep(BOOT_MILLIS);
  const link: ByteLink = {
    write: (bytes) => {
      inner.write(bytes);
    },
    onBytes: undefined,
    onClose: undefined,
    close: () => inner.close(),
  };
  inner.onBytes = (bytes) => {
    hear(bytes);
    link.onBytes?.(bytes);
  };
  inner.onClose = (reason) => link.onClose?.(reason);
  return {
    name,
    board,
    openLink: () => Promise.resolve(link),
    pulses,
    commandedMicros,
    close: () => {
      inner.write(Buffer.from("!quit\n"));
      setTimeout(() => {
        end();
        rmSync(dir, { recursive: true, force: true });
      }, 200);
    },
  };
};
