import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { describe, expect, it } from "vitest";
import { flash, type FlashImage, type FlashProgress, flashScript, unflash } from "../../src/flash/index.ts";
import type { OpenLink } from "../../src/index.ts";
import { ScriptedRepl } from "./scripted-repl.ts";

const PROGRAM = `/* ours */${Array.from({ length: 400 }, (_, i) => `var v${String(i)}="${"'`\\\\".repeat(2)}";`).join("\n")}`;
const MARK = '{"id":"entrain"}';
const THEIRS = "print('somebody else')";

const image: FlashImage = {
  boardId: "xiao-sense",
  interpreterBoards: ["XIAOBLE"],
  wayBack: "hold the button while the board starts",
  files: [
    { name: "entrain.info", bytes: Buffer.from(MARK) },
    { name: ".bootcde", bytes: Buffer.from(PROGRAM, "latin1") },
  ],
  data: ["entrain.json"],
  replaces: ".bootcde",
  start: "load()",
};

/** Ten minutes of virtual time: more than any of these may take. */
const PATIENCE_MICROS = 600e6;

const bench = () => {
  const clock = new VirtualClock();
  const repl = new ScriptedRepl(clock);
  const progress: FlashProgress[] = [];
  const done = async <T>(work: Promise<T>): Promise<T> => {
    const settled = { yet: false };
    const mark = (): void => void (settled.yet = true);
    work.then(mark, mark);
    const drain = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const tEndMicros = clock.nowMicros() + PATIENCE_MICROS;
    await drain();
    while (!settled.yet && clock.nowMicros() < tEndMicros) {
      clock.advanceTo(sessionMicros(clock.nextDueMicros() ?? tEndMicros));
      await drain();
    }
    return work;
  };
  const opts = (openLink: OpenLink = repl.open) => ({
    openLink,
    scheduler: clock,
    image,
    where: "/dev/ttyACM0",
    onProgress: (step: FlashProgress) => progress.push(step),
  });
  return {
    clock,
    repl,
    progress,
    put: (openLink?: OpenLink) => done(flash(opts(openLink))),
    takeOff: () => done(unflash(opts())),
  };
};

describe("flash", () => {
  it("puts the files there as they are, starts the program and brings back its hello", async () => {
    const { repl, put, progress } = bench();
    expect((await put()).boardId).toBe("xiao-sense");
    expect(Object.fromEntries(repl.storage.files)).toEqual({ "entrain.info": MARK, ".bootcde": PROGRAM });
    expect(repl.started).toBe(PROGRAM);
    expect(progress.at(-1)).toEqual({ file: ".bootcde", doneBytes: PROGRAM.length, totalBytes: PROGRAM.length });
    expect(repl.opened).toBe(1);
  });

  it.each([3_000, 9_000, 15_000, 17_000])("takes up where a cable broke after %i bytes", async (bytes) => {
    const { repl, put } = bench();
    repl.bytesUntilCut = bytes;
    await put();
    expect(repl.opened).toBe(2);
    expect(repl.storage.files.get(".bootcde")).toBe(PROGRAM);
    // Of the pieces, at most the one in the air was written twice.
    const whole = bench();
    await whole.put();
    expect(repl.storage.writes).toBeLessThanOrEqual(whole.repl.storage.writes + 1);
  });

  it("takes up where another try was broken off for good", async () => {
    const { repl, put } = bench();
    repl.bytesUntilCut = 12_000;
    let isFirst = true;
    const once: OpenLink = () => {
      const link = isFirst ? repl.open() : repl.openNothing();
      isFirst = false;
      return link;
    };
    await expect(put(once)).rejects.toMatchObject({ code: "port-not-found" });
    expect(repl.storage.files.has(".bootcde")).toBe(false);
    const writes = repl.storage.writes;
    await put();
    expect(repl.storage.files.get(".bootcde")).toBe(PROGRAM);
    const whole = bench();
    await whole.put();
    expect(repl.storage.writes).toBeLessThanOrEqual(whole.repl.storage.writes + 1);
    expect(writes).toBeGreaterThan(10);
  });

  it("sends garbled pieces again, and never starts what did not read back right", async () => {
    const { repl, put } = bench();
    repl.garbling = 5;
    await put();
    expect(repl.storage.files.get(".bootcde")).toBe(PROGRAM);
    const bad = bench();
    bad.repl.storage.decaying = 1;
    await expect(bad.put()).rejects.toMatchObject({ code: "not-verified" });
    expect(bad.repl.started).toBeUndefined();
    const hopeless = bench();
    hopeless.repl.garbling = Infinity;
    await expect(hopeless.put()).rejects.toMatchObject({ code: "not-verified" });
    expect(hopeless.repl.storage.files.has(".bootcde")).toBe(false);
  });

  it("writes nothing to another board, an old interpreter, or into flash without room", async () => {
    for (const [change, code, says] of [
      [(repl: ScriptedRepl) => void (repl.board = "PUCKJS"), "wrong-board", /expected XIAOBLE .* found PUCKJS/],
      [(repl: ScriptedRepl) => void (repl.version = "2v24"), "wrong-board", /2v29 or newer .* found 2v24/],
      [
        (repl: ScriptedRepl) => void (repl.storage.roomBytes = 20_000),
        "no-room",
        /expected \d+ bytes free .* found 20000/,
      ],
    ] as const) {
      const { repl, put } = bench();
      change(repl);
      await expect(put()).rejects.toMatchObject({ code, message: says });
      expect(repl.storage.writes).toBe(0);
    }
  });

  it("says why nobody answers: nobody there, or our own firmware with its prompt closed", async () => {
    const nobody = bench();
    nobody.repl.isSilent = true;
    await expect(nobody.put()).rejects.toMatchObject({ code: "no-answer" });
    const ours = bench();
    ours.repl.runsFirmware = true;
    await expect(ours.put()).rejects.toMatchObject({
      code: "refused",
      message: /found Entrain 9\.9 running on xiao-sense, .*hold the button while the board starts/,
    });
    const broken = bench();
    broken.repl.starts = false;
    await expect(broken.put()).rejects.toMatchObject({ code: "not-verified", message: /hello/ });
  });

  it("waits while the board says that it has enough", async () => {
    const { repl, put } = bench();
    repl.holdsMicros = 40_000;
    await put();
    expect(repl.heedless).toBe(0);
    expect(repl.storage.files.get(".bootcde")).toBe(PROGRAM);
  });
});

describe("unflash", () => {
  it("gives back what was there before, however often the firmware was put there meanwhile", async () => {
    const { repl, put, takeOff } = bench();
    repl.storage.files.set(".bootcde", THEIRS).set("theirs.txt", "1");
    const before = Object.fromEntries(repl.storage.files);
    await put();
    repl.runsFirmware = false;
    await put();
    repl.storage.files.set("entrain.json", "[1]");
    repl.runsFirmware = false;
    await takeOff();
    expect(Object.fromEntries(repl.storage.files)).toEqual(before);
    expect(repl.started).toBe(THEIRS);
  });

  it.each([1_500, 2_200, 2_600, 3_000])("can be broken off after %i bytes and taken up", async (bytes) => {
    const { repl, put, takeOff } = bench();
    repl.storage.files.set(".bootcde", THEIRS);
    await put();
    repl.runsFirmware = false;
    repl.bytesUntilCut = bytes;
    await takeOff();
    expect(Object.fromEntries(repl.storage.files)).toEqual({ ".bootcde": THEIRS });
  });

  it("touches nothing where there is none of ours", async () => {
    const { repl, takeOff } = bench();
    repl.storage.files.set(".bootcde", THEIRS);
    await expect(takeOff()).rejects.toMatchObject({ code: "refused", message: /nothing was changed/ });
    expect(Object.fromEntries(repl.storage.files)).toEqual({ ".bootcde": THEIRS });
  });
});

describe("a script for any terminal", () => {
  const send = async (repl: ScriptedRepl, clock: VirtualClock, text: string): Promise<void> => {
    const link = await repl.open();
    link.write(Buffer.from(text, "latin1"));
    clock.advanceBy(1e6);
  };

  it("puts the same files there, and starts them", async () => {
    const { repl, clock } = bench();
    repl.storage.files.set(".bootcde", THEIRS);
    await send(repl, clock, flashScript(image));
    expect(Object.fromEntries(repl.storage.files)).toEqual({
      "entrain.info": MARK,
      "entrain.old": THEIRS,
      ".bootcde": PROGRAM,
    });
    expect(repl.started).toBe(PROGRAM);
  });

  it("starts nothing on another board, or where a line was garbled", async () => {
    for (const change of [
      (repl: ScriptedRepl): void => void (repl.board = "PUCKJS"),
      (repl: ScriptedRepl): void => void (repl.garbling = 1),
    ]) {
      const { repl, clock } = bench();
      change(repl);
      await send(repl, clock, flashScript(image));
      expect(repl.started).toBeUndefined();
      expect(repl.storage.files.has(".bootcde")).toBe(false);
    }
  });
});
