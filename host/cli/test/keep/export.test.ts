import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createKeyCommand } from "../../src/at-rest/key-command.ts";
import { createExportCommand } from "../../src/export/export-command.ts";
import { writeExports } from "../../src/export/write-exports.ts";
import { createReportCommand } from "../../src/report/report-command.ts";
import { folderWith, listed, run, sealedBytes, sessionBytes } from "./folder.ts";

describe("entrain export", () => {
  test("writes a folder, refuses to write over it, and does with --force", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    const args = [join(dir, "a.mcap"), "--format", "csv", "--out", join(dir, "out")];
    expect(await run(createExportCommand(), ...args)).toMatch(/wrote 8 files/);
    writeFileSync(join(dir, "out", "group.csv"), "mine");
    await expect(run(createExportCommand(), ...args)).rejects.toThrow(/expected no file yet.*--force/);
    expect(readFileSync(join(dir, "out", "group.csv"), "utf8")).toBe("mine");
    await run(createExportCommand(), ...args, "--force");
    expect(readFileSync(join(dir, "out", "group.csv"), "utf8")).toContain("time (s)");
  });

  test("a failure half-way leaves nothing behind, new folders included", async () => {
    const dir = folderWith({});
    const bad = {
      path: "deep/b.txt",
      bytes: async function* () {
        await Promise.resolve();
        throw new Error("the source is damaged");
      },
    };
    const good = {
      path: "deep/a.txt",
      bytes: async function* () {
        await Promise.resolve();
        yield Uint8Array.of(1);
      },
    };
    await expect(writeExports(join(dir, "new"), [good, bad], { force: false })).rejects.toThrow(
      "the source is damaged",
    );
    expect(listed(dir)).toEqual(["names.json"]);
  });

  test("no motion, no data set: one line says why", async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    await expect(
      run(createExportCommand(), join(dir, "a.mcap"), "--format", "motion-bids", "--out", join(dir, "bids")),
    ).rejects.toThrow(/expected something to export, found .*no motion/);
    expect(listed(dir)).toEqual(["a.mcap", "names.json"]);
  });

  test(
    "figures as PNG, whole and with their letters drawn without a font of the system",
    { timeout: 60_000 },
    async () => {
      const dir = folderWith({ "a.mcap": sessionBytes() });
      await run(createExportCommand(), join(dir, "a.mcap"), "--format", "png", "--out", join(dir, "png"));
      const png = readFileSync(join(dir, "png", "timeline.png"));
      expect(png.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
      expect(png.readUInt32BE(16)).toBe(2 * 720);
      // Strokes alone take under 2 kB; letters of a font that was not found would not be drawn.
      expect(png.length).toBeGreaterThan(3_000);
    },
  );

  test("an encrypted session is exported with its key, and refused in one line without", async () => {
    const dir = folderWith({});
    const key = join(dir, "key");
    const recipient = (await run(createKeyCommand(), key)).trim();
    expect(statSync(key).mode & 0o777).toBe(0o600);
    writeFileSync(join(dir, "a.mcap.sealed"), await sealedBytes(recipient));
    const args = [join(dir, "a.mcap.sealed"), "--format", "trials", "--out", join(dir, "out")];
    await expect(run(createExportCommand(), ...args)).rejects.toThrow(/--identity FILE/);
    expect(await run(createExportCommand(), ...args, "--identity", key)).toMatch(/wrote 3 files/);
    await expect(run(createKeyCommand(), key)).rejects.toThrow(/expected no file yet/);
  });
});

describe("entrain report", () => {
  test("names come from the list beside the file, and stay out with --no-names", { timeout: 60_000 }, async () => {
    const dir = folderWith({ "a.mcap": sessionBytes() });
    const page = async (...more: string[]): Promise<string> => {
      await run(createReportCommand(), join(dir, "a.mcap"), "--out", join(dir, "r.html"), "--force", ...more);
      return readFileSync(join(dir, "r.html"), "utf8");
    };
    expect(await page("--impression", "warm", "--no-scores")).toContain("Cleo");
    const anonymous = await page("--no-names", "--no-scores");
    expect(anonymous).not.toContain("Cleo");
    expect(anonymous).toContain("P3");
  });

  test("a folder that cannot be written to: one line, nothing begun", async () => {
    if (process.getuid?.() === 0) return;
    const dir = folderWith({ "a.mcap": sessionBytes() });
    chmodSync(dir, 0o500);
    await expect(
      run(createReportCommand(), join(dir, "a.mcap"), "--out", join(dir, "r.html"), "--no-scores"),
    ).rejects.toMatchObject({ code: "cannot-write" });
    chmodSync(dir, 0o700);
  });
});
