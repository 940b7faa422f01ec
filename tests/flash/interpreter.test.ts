import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flash, type FlashImage, unflash } from "@entrain/band/flash";
import { openTcpLink } from "@entrain/band/node";
import type { BoardId } from "@entrain/boards";
import { installs } from "@entrain/firmware";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { interpreterAbsence } from "../conformance/bands/interpreter-script.ts";
import { holdButton, runOnFlash, writePlayedBoard } from "../conformance/bands/flashed.ts";
import { realTime } from "../conformance/bands/real-time.ts";
import { Entrain } from "../e2e/entrain.ts";
import { startTcpPrompt, type TcpPrompt } from "./tcp-prompt.ts";

const PROGRAM = process.env["ESPRUINO_BIN"] ?? "";
const absent = interpreterAbsence("ESPRUINO_BIN", PROGRAM);
const THEIRS = { ".bootcde": "var theirs = 1;", "theirs.txt": "kept" };

/** Every file in an interpreter's flash with its text, read by an interpreter of its own. */
const filesIn = (dir: string): Readonly<Record<string, string>> => {
  const stdout = runOnFlash(
    PROGRAM,
    dir,
    `var s=require("Storage"),all={};s.list().forEach(function(n){all[n]=btoa(s.read(n))});print("FILES"+JSON.stringify(all)+"END");`,
  );
  const [, found] = /FILES(.*)END/s.exec(stdout) ?? [];
  return JSON.parse(found ?? "{}") as Record<string, string>;
};

describe.skipIf(absent !== undefined)(
  `flashing a real interpreter${absent === undefined ? "" : ` (skipped: ${absent})`}`,
  () => {
    let dir = "";
    let prompt: TcpPrompt;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), "entrain-prompt-"));
    });
    afterEach(async () => {
      await prompt.close();
      rmSync(dir, { recursive: true, force: true });
    });

    const offer = async (board: BoardId, theirs: Record<string, string>): Promise<Readonly<Record<string, string>>> => {
      writePlayedBoard(board, PROGRAM, dir, theirs);
      const before = filesIn(dir);
      prompt = await startTcpPrompt(PROGRAM, dir);
      return before;
    };
    const entrain = (board: BoardId, ...more: string[]) =>
      new Entrain(["flash", "--board", board, "--tcp", `127.0.0.1:${String(prompt.port)}`, ...more]).finished;

    test("a watch: an app beside its clock, and back to the watch as it was", { timeout: 90_000 }, async () => {
      const before = await offer("banglejs2", { ...THEIRS, "clock.app.js": "1" });
      const { code, stdout, stderr } = await entrain("banglejs2");
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(stdout).toMatch(/banglejs2 runs Entrain .* on Espruino 2v/);
      const after = filesIn(dir);
      for (const { name, bytes } of installs.banglejs2.files)
        expect(after[name]).toBe(Buffer.from(bytes).toString("base64"));
      for (const [name, text] of Object.entries(before)) expect(after[name]).toBe(text);
      // The firmware has closed the prompt; a watch whose button is held leaves the app.
      const closed = await entrain("banglejs2");
      expect(closed.code).toBe(1);
      expect(closed.stderr).toMatch(/found Entrain .* keeps its prompt closed; hold the button for six seconds/);
      prompt.restart();
      expect((await entrain("banglejs2", "--remove")).stdout).toMatch(/is as it was before Entrain/);
      expect(filesIn(dir)).toEqual(before);
    });

    test(
      "saved code: another board is refused, a broken cable is survived, what was there comes back",
      { timeout: 90_000 },
      async () => {
        const before = await offer("xiao-sense", THEIRS);
        const wrong = await entrain("banglejs2");
        expect(wrong.code).toBe(1);
        expect(wrong.stderr).toMatch(/expected BANGLEJS2 at .* found XIAOBLE; nothing was written/);
        expect(filesIn(dir)).toEqual(before);
        // A reset on Linux forgets the name that the played board has.
        const interpreterBoards = [...installs["xiao-sense"].interpreterBoards, "LINUX", "LINUX14000", "EMSCRIPTEN"];
        const image: FlashImage = { ...installs["xiao-sense"], interpreterBoards };
        const openLink = () => openTcpLink({ host: "127.0.0.1", port: prompt.port });
        prompt.cutAfter(9_000);
        const hello = await flash({ openLink, scheduler: realTime, image, where: "the interpreter" });
        expect(hello.boardId).toBe("xiao-sense");
        const stored = filesIn(dir)[".bootcde"] ?? "";
        expect(Buffer.from(stored, "base64").toString("latin1")).toBe(
          Buffer.from(image.files[1]?.bytes ?? []).toString("latin1"),
        );
        holdButton(PROGRAM, dir, true);
        prompt.restart();
        await unflash({ openLink, scheduler: realTime, image, where: "the interpreter" });
        holdButton(PROGRAM, dir, false);
        expect(filesIn(dir)).toEqual(before);
      },
    );
  },
);
