import { describe, expect, it } from "vitest";
import { layTable } from "./bench.ts";
import { booted, listening } from "./listening.ts";

describe("the first meeting", () => {
  it.each([
    ["bytes of a sysex without its end", [0xf0, 0x77, 0x12, 0x34]],
    ["an end without a start", [0x11, 0xf7, 0xf7]],
    ["replies to a host that died", [0xf0, 0x77, 0x68, 0x00, 0x3b, 0x00, 0x7f, 0x01, 0xf7, 0xe1, 0x10, 0x20]],
    ["a command that swallows the version report", [0xe3]],
    ["noise at another baud rate", [0xff, 0x80, 0xfe, 0x00, 0xc4, 0xf1, 0x91]],
  ])("outlives %s", async (_, garbage) => {
    const table = await booted(garbage);
    const { heard } = await listening(table);
    await table.pass(100_000);
    expect(heard.length).toBeGreaterThan(5);
  });

  it("asks an Arduino that was running already", async () => {
    const table = await layTable();
    const { heard } = await listening(table);
    await table.pass(100_000);
    expect(heard.length).toBeGreaterThan(5);
    const { versionReports } = table.device;
    await table.pass(5_000_000);
    expect(table.device.versionReports).toBe(versionReports);
  });

  it("resets before anything else, so that what a dead host left on goes off", async () => {
    const table = await booted();
    await table.open();
    expect(table.device.resets).toBe(1);
    expect(table.device.i2c.queries).toHaveLength(1);
  });
});
