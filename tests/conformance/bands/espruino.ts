import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ByteLink } from "@entrain/band";
import { openSerialLink } from "@entrain/band/node";
import type { BoardId } from "@entrain/boards";
import { SerialPort } from "serialport";
import type { BandSource, BandUnderTest, MotorSpan } from "../band-under-test.ts";
import { bandScript, interpreterAbsence, playedFaults } from "./interpreter-script.ts";
import { realTime } from "./real-time.ts";
import { findPtyTool, startOnPty } from "./pty.ts";

const SHORTEST_WAIT_MILLIS = 1;
const STEP_MILLIS = 20;
const BOOT_MILLIS = 300;
const MOST_STEPS = 500;
/** Timers that the interpreter plays, and a pseudo-terminal: as late as the machine is busy. */
const EDGE_MICROS = 30_000;

/** The motor's edges, which the prelude reports in lines of its own, on the test's clock. */
const watchMotor = (link: ByteLink, onText: (line: string) => void): MotorSpan[] => {
  const spans: MotorSpan[] = [];
  let text = "";
  const pass = link.onBytes;
  const take = (line: string): void => {
    onText(line);
    const [, level] = /^#motor (\d)/.exec(line) ?? [];
    const tMicros = realTime.nowMicros();
    if (level === "1") spans.push({ onMicros: tMicros, offMicros: undefined });
    const open = spans.at(-1);
    if (level === "0" && open !== undefined && open.offMicros === undefined)
      spans[spans.length - 1] = { ...open, offMicros: tMicros };
  };
  let forward = pass;
  const tap = (bytes: Uint8Array): void => {
    text += Buffer.from(bytes).toString("latin1");
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("#")) take(line);
    forward?.(bytes);
  };
  Object.defineProperty(link, "onBytes", { get: () => tap, set: (next: ByteLink["onBytes"]) => (forward = next) });
  return spans;
};

export const openWhenThere = async (path: string): Promise<ByteLink> => {
  for (let i = 0; i < MOST_STEPS && !existsSync(path); i++) await sleep(STEP_MILLIS);
  return openSerialLink({ binding: SerialPort.binding, path });
};

/** How firmware comes to an interpreter: leaves what it starts with in its folder, and names the script; none boots its flash. */
export interface Boot {
  readonly name: string;
  readonly prepare: (board: BoardId, program: string, dir: string) => Promise<string>;
  /** What somebody does to start it after the boot; undefined: nothing. */
  readonly statement?: (board: BoardId) => string | undefined;
}

const FROM_SCRIPT: Boot = {
  name: "on a real interpreter",
  prepare: (board, _program, dir) => {
    const script = join(dir, "band.js");
    writeFileSync(script, bandScript(board, ["prelude", "faults"]));
    return Promise.resolve(script);
  },
};

const absence = (program: string | undefined): string | undefined =>
  interpreterAbsence("ESPRUINO_BIN", program) ??
  (findPtyTool() === undefined ? "neither socat nor python3 is there to make a pseudo-terminal" : undefined);

/** The bundle of a board on a real Espruino interpreter, with its hardware played by a prelude, on real time. */
export const espruinoSource = (board: BoardId, program: string | undefined, boot: Boot = FROM_SCRIPT): BandSource => ({
  name: `${board} ${boot.name}`,
  offers: ["motor", "button", "fault", "strike"],
  absent: absence(program),
  start: async (): Promise<BandUnderTest> => {
    const tool = findPtyTool();
    if (program === undefined || tool === undefined) throw new Error("expected an interpreter and a pseudo-terminal");
    const dir = mkdtempSync(join(tmpdir(), "entrain-band-"));
    const script = await boot.prepare(board, program, dir);
    const path = join(dir, "tty");
    const end = startOnPty(tool, program, script, path, dir);
    const link = await openWhenThere(path);
    const said: string[] = [];
    const spans = watchMotor(link, (line) => said.push(line));
    const tell = (line: string): void => link.write(Buffer.from(`!${line}\n`));
    // The banner and the boot.
    await sleep(BOOT_MILLIS);
    const statement = boot.statement?.(board);
    if (statement !== undefined) {
      link.write(Buffer.from(`\u0010${statement}\n`));
      await sleep(BOOT_MILLIS);
    }
    return {
      name: `${board} ${boot.name}`,
      scheduler: realTime,
      isFast: false,
      link,
      wait: (micros) => sleep(Math.max(SHORTEST_WAIT_MILLIS, micros / 1_000)),
      motorSpans: () => spans,
      edgeMicros: EDGE_MICROS,
      press: () => tell("press"),
      release: () => tell("release"),
      strike: () => tell("strike"),
      faults: playedFaults(tell),
      close: async () => {
        tell("quit");
        await link.close();
        end();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  },
});
