import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { systemClock } from "@entrain/time";
import type { BandUnderTest } from "../../conformance/band-under-test.ts";
import { hardwareScript } from "../../conformance/bands/interpreter-script.ts";
import { pipedLink } from "../../conformance/bands/piped-link.ts";
import { storeInFlash } from "./flash.ts";

const BOOT_MILLIS = 800;

/** Looks at the memory where most of it is in use: at each line written and each checksum, inside the work. */
const WATCHED = `
HARDWARE.most = 0;
HARDWARE.look = function () {
  var usage = process.memory(false).usage;
  if (usage > HARDWARE.most) HARDWARE.most = usage;
};
HARDWARE.write = USB.write;
USB.write = function (text, end) { HARDWARE.look(); HARDWARE.write.call(USB, text, end || ""); };
HARDWARE.crc = E.CRC32;
E.CRC32 = function (bytes) { HARDWARE.look(); return HARDWARE.crc(bytes); };
HARDWARE.passed = HARDWARE.handle;
HARDWARE.handle = function (line) {
  if (line === "!most") { HARDWARE.say("most " + HARDWARE.most); HARDWARE.most = 0; }
  else HARDWARE.passed(line);
};
`;

/** What runs behind the prelude: nothing, or a board's firmware, its functions in flash as on a band. */
export type Behind = "nothing" | "firmware";

/** A band on a real interpreter, over pipes, that tells how many variables it uses. */
export interface PipedBand extends BandUnderTest {
  /** Variables in use now. */
  usage(): Promise<number>;
  freeVariables(): Promise<number>;
  /** The most that was seen in use since this was last asked. */
  mostUsage(): Promise<number>;
}

const scheduler = systemClock({
  nowMillis: () => performance.now(),
  setTimeout: (callback, millis) => setTimeout(callback, millis),
  clearTimeout: (handle) => clearTimeout(handle),
});

/** Starts a board's firmware on an interpreter. */
export const startPipedBand = async (program: string, board: BoardId, behind: Behind): Promise<PipedBand> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-piped-"));
  if (behind === "firmware") storeInFlash(program, dir, firmware[board].text);
  const boot =
    behind === "firmware"
      ? // By then the text of the prelude, which no band has, takes no variables any more; a string runs as a program does.
        'setTimeout(\'eval(require("Storage").read("band"))\',1);\n'
      : "setInterval(function(){},1000);setWatch(function(){},D1,{});\n";
  const script = join(dir, "band.js");
  writeFileSync(script, hardwareScript(board, ["prelude"]) + WATCHED + boot);
  const child = spawn(program, [script], { cwd: dir });
  child.stderr.resume();
  const notes: string[] = [];
  const link = pipedLink(child, (note) => notes.push(note));
  const ask = async (question: string, answer: RegExp): Promise<number> => {
    notes.length = 0;
    for (let i = 0; i < 40; i++) {
      if (i % 20 === 0) link.write(Buffer.from(`\n!${question}\n`));
      await sleep(50);
      const [, found] = notes.map((note) => answer.exec(note)).find((each) => each !== null) ?? [];
      if (found !== undefined) return Number(found);
    }
    throw new Error(`expected an answer to ${question} from the interpreter, found ${notes.join(" ")}`);
  };
  await sleep(BOOT_MILLIS);
  return {
    name: board,
    isFast: false,
    edgeMicros: 0,
    scheduler,
    link,
    wait: (micros) => sleep(Math.max(1, micros / 1_000)),
    usage: () => ask("memory", /^#memory (\d+)/),
    freeVariables: () => ask("memory", /^#memory \d+ (\d+)/),
    mostUsage: () => ask("most", /^#most (\d+)/),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill();
        await ended;
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
