import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flash } from "@entrain/band/flash";
import type { ByteLink } from "@entrain/band";
import { boards, type BoardId } from "@entrain/boards";
import { installs } from "@entrain/firmware";
import { type Boot, openWhenThere } from "./espruino.ts";
import { hardwareScript } from "./interpreter-script.ts";
import { findPtyTool, startOnPty } from "./pty.ts";
import { realTime } from "./real-time.ts";

/** Where an interpreter on Linux keeps its flash, in its folder. */
export const FLASH_FILE = "espruino.flash";
const CLOSE_PROMPT = "E.setConsole(null, { force: true });";
/** One string of the language as the interpreter reads it. */
const quoted = (text: string): string => JSON.stringify(text);

/** Whoever holds the button while a board starts finds its prompt open. There is no button on Linux: this file stands for it. */
const HELD = "held";
const HOLDABLE = `if(require("Storage").read("${HELD}"))E.setConsole=function(){};`;

/** Runs a script on an interpreter whose flash lies in a folder. @returns what it printed */
export const runOnFlash = (program: string, dir: string, script: string): string => {
  const path = join(dir, "script.js");
  writeFileSync(path, `${script}\nquit();\n`);
  const { status, stdout } = spawnSync(program, [path], { cwd: dir, encoding: "latin1" });
  if (status !== 0) throw new Error(`expected ${program} to run a script, found it ended with ${String(status)}`);
  return stdout;
};

export const holdButton = (program: string, dir: string, isHeld: boolean): void => {
  runOnFlash(program, dir, `require("Storage").${isHeld ? `write("${HELD}","1")` : `erase("${HELD}")`};`);
};

/**
 * Puts a board's hardware, played, into the flash of an interpreter, as code that runs at every boot before the firmware;
 * it has the name of the board, and its prompt is open.
 */
export const writePlayedBoard = (
  board: BoardId,
  program: string,
  dir: string,
  files: Record<string, string> = {},
): void => {
  const name = `HARDWARE.env=process.env;HARDWARE.env.BOARD=${quoted(boards[board].espruino.boards[0] ?? "")};process.env=HARDWARE.env;`;
  const hardware = hardwareScript(board, ["prelude", "faults"]).replace(CLOSE_PROMPT, "");
  const writes = Object.entries({ ".boot0": hardware + name + HOLDABLE, ...files }).map(
    ([file, text]) => `require("Storage").write(${quoted(file)},${quoted(text)});`,
  );
  runOnFlash(program, dir, writes.join("\n"));
};

const flashed = new Map<BoardId, string>();

/** Flashes a board's firmware through a prompt behind a pseudo-terminal, once. @returns the folder with its flash */
const flashOnce = async (board: BoardId, program: string): Promise<string> => {
  const tool = findPtyTool();
  if (tool === undefined) throw new Error("expected a pseudo-terminal");
  const dir = mkdtempSync(join(tmpdir(), "entrain-flash-"));
  process.on("exit", () => {
    rmSync(dir, { recursive: true, force: true });
  });
  writePlayedBoard(board, program, dir);
  const path = join(dir, "tty");
  const end = startOnPty(tool, program, "", path, dir);
  try {
    const openLink = (): Promise<ByteLink> => openWhenThere(path);
    await flash({ openLink, scheduler: realTime, image: installs[board], where: path });
  } finally {
    end();
  }
  return dir;
};

/** Flashed as a person would, then booted from flash as a board boots. */
export const FROM_FLASH: Boot = {
  name: "flashed onto a real interpreter",
  prepare: async (board, program, dir) => {
    const from = flashed.get(board) ?? (await flashOnce(board, program));
    flashed.set(board, from);
    copyFileSync(join(from, FLASH_FILE), join(dir, FLASH_FILE));
    return "";
  },
  // An app beside a watch's clock is chosen in its launcher.
  statement: (board) => (boards[board].espruino.install === "app" ? installs[board].start : undefined),
};
