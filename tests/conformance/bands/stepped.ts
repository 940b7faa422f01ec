import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { ByteLink } from "@entrain/band";
import { type BoardId, boards } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import { VIRTUAL_START_MICROS, VirtualClock } from "@entrain/time/testing";
import type { BandSource, BandUnderTest, MotorSpan } from "../band-under-test.ts";
import { bandScript, interpreterAbsence, playedFaults } from "./interpreter-script.ts";

/** Where the band's own clock begins (`stepped.js`). */
const BAND_START_MICROS = 1_000e6;
/** Twelve digits of a time are told. */
const EDGE_MICROS = 1;

const nameOf = (board: BoardId): string => `${board}, real interpreter, stepped`;
const toSession = (tBandMicros: number) => sessionMicros(VIRTUAL_START_MICROS + tBandMicros - BAND_START_MICROS);
const toBand = (tMicros: number): number => tMicros - VIRTUAL_START_MICROS + BAND_START_MICROS;

/** Writes to a named pipe as soon as somebody reads it. */
const writePipe = async (path: string, bytes: Uint8Array, isGone: () => boolean): Promise<void> => {
  for (;;) {
    try {
      const pipe = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      writeSync(pipe, bytes);
      closeSync(pipe);
      return;
    } catch (error) {
      if (isGone() || (error as NodeJS.ErrnoException).code !== "ENXIO") return;
      await turn();
    }
  }
};

/** What a stepped band says beside its frames. */
export interface SteppedBand extends BandUnderTest {
  /** Hands the prelude a line. */
  tell(line: string): void;
  /** Lines of the prelude's own, oldest first. */
  readonly said: readonly string[];
}

/** Starts a board's firmware on an interpreter of which every timer fires at its time, and JavaScript takes none. */
export const startStepped = async (program: string, board: BoardId): Promise<SteppedBand> => {
  const clock = new VirtualClock();
  const dir = mkdtempSync(join(tmpdir(), "entrain-stepped-"));
  const script = join(dir, "band.js");
  writeFileSync(script, bandScript(board, ["prelude", "stepped", "faults"]));
  const pipe = join(dir, "in");
  spawnSync("mkfifo", [pipe]);
  const child = spawn(program, [script], { cwd: dir });
  child.stderr.resume();
  const said: string[] = [];
  const spans: MotorSpan[] = [];
  let sent: Uint8Array[] = [];
  const link: ByteLink = {
    write: (bytes) => void sent.push(Uint8Array.from(bytes)),
    onBytes: undefined,
    onClose: undefined,
    close: () => Promise.resolve(),
  };
  let onStand: ((tBandMicros: number) => void) | undefined;
  let heard: Buffer[] = [];
  let text = "";
  const take = (line: string): void => {
    const [, level, tEdge] = /^#motor (\d) ([\d.]+)/.exec(line) ?? [];
    const tMicros = toSession(Number(tEdge));
    const open = spans.at(-1);
    if (level === "1") spans.push({ onMicros: tMicros, offMicros: undefined });
    else if (level === "0" && open?.offMicros === undefined && open !== undefined)
      spans[spans.length - 1] = { ...open, offMicros: tMicros };
    const [, tNow] = /^#now ([\d.]+)/.exec(line) ?? [];
    if (tNow !== undefined) onStand?.(Number(tNow));
    else said.push(line);
  };
  child.stdout.on("data", (bytes: Buffer) => {
    heard.push(bytes);
    text += bytes.toString("latin1");
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("#")) take(line);
  });
  const ended = once(child, "exit").then((): never => {
    throw new Error(
      `expected the interpreter to go on, found that it ended (${child.signalCode ?? String(child.exitCode)}): ${Buffer.concat(heard).toString("latin1")}`,
    );
  });
  ended.catch(() => undefined);
  const tell = (line: string): void => link.write(Buffer.from(`\u0001${line}\u0002`, "latin1"));

  /** Lets the band's time pass until then, or until it has sent something; what it sent arrives at the time it stands at. */
  const step = async (tMicros: number): Promise<void> => {
    const stood = new Promise<number>((resolve) => (onStand = resolve));
    // Whatever a host is about to do it does first.
    await turn();
    tell(`until ${String(toBand(tMicros))}`);
    const bytes = Buffer.concat(sent);
    sent = [];
    await writePipe(pipe, bytes, () => child.exitCode !== null || child.signalCode !== null);
    const tStood = toSession(await Promise.race([stood, ended]));
    clock.advanceTo(Math.abs(tStood - tMicros) < EDGE_MICROS ? sessionMicros(tMicros) : tStood);
    const arrived = Buffer.concat(heard);
    heard = [];
    if (arrived.length > 0) link.onBytes?.(arrived);
  };
  await step(clock.nowMicros());
  return {
    name: nameOf(board),
    scheduler: clock,
    isFast: true,
    link,
    tell,
    said,
    wait: async (micros) => {
      const tEnd = clock.nowMicros() + micros;
      // What the host does at its own time, it does at that time of the band's.
      do await step(Math.min(tEnd, clock.nextDueMicros() ?? tEnd));
      while (clock.nowMicros() < tEnd - EDGE_MICROS);
    },
    motorSpans: () => spans,
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

/** The bundle of a board on a real interpreter, as fast as it goes, the same from run to run. */
export const steppedSource = (board: BoardId, program: string | undefined): BandSource => ({
  name: nameOf(board),
  offers: boards[board].button === undefined ? ["motor", "fault", "timely"] : ["motor", "button", "fault", "timely"],
  absent: interpreterAbsence("ESPRUINO_BIN", program),
  start: () => startStepped(program ?? "", board),
});
