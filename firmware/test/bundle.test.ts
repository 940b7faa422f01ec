import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { firmware, installs } from "@entrain/firmware";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { bundleBand } from "../build/bundle.ts";
import { ESPRUINO_GLOBALS } from "../build/globals.ts";

/** A bundle may have 12 000, with every driver 16 000. These only ever fall, unless a band learns something new. */
const MAX_BYTES = { banglejs2: 11_170, "xiao-sense": 11_700, "xiao-tap": 10_420 } as const;
const MAX_BYTES_OF_ALL = 16_000;
const OFF_PIN = { banglejs2: "D19", "xiao-sense": "D2", "xiao-tap": "D2" } as const;
const LANGUAGE = ["Math", "ArrayBuffer", "Uint8Array", "Uint16Array", "Uint32Array", "Int16Array", "Float64Array"];

const textOf = (file: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)), "utf8");

/** What is wrong with a text as ES5 that uses nothing above its definition and no global that was not agreed on. */
const complaints = (text: string, rules: Linter.RulesRecord): readonly string[] => {
  const names = [...ESPRUINO_GLOBALS, ...LANGUAGE, "DataView", "undefined"];
  const globals = Object.fromEntries(names.map((name) => [name, "readonly" as const]));
  return new Linter()
    .verify(text, { languageOptions: { ecmaVersion: 5, sourceType: "script", globals }, rules })
    .map(({ line, message }) => `${String(line)}: ${message}`);
};

describe("the app of a Bangle.js", () => {
  it("is the bundle, with a file that its launcher reads and that names what is to be removed", async () => {
    expect(await textOf("app/entrain.app.js")).toBe(firmware.banglejs2.text);
    const info = JSON.parse(await textOf("app/entrain.info")) as Record<string, string>;
    expect(info).toMatchObject({ id: "entrain", src: "entrain.app.js", data: "entrain.json" });
    expect(info["files"]?.split(",")).toEqual(["entrain.info", "entrain.app.js", "entrain.img"]);
    expect(installs.banglejs2.files.map(({ name }) => name).sort()).toEqual(info["files"]?.split(",").sort());
    const icon = installs.banglejs2.files.find(({ name }) => name === info["icon"])?.bytes;
    // 48 by 48, one bit a pixel, and not empty.
    expect([...(icon ?? []).slice(0, 3)]).toEqual([48, 48, 1]);
    expect(icon).toHaveLength(3 + (48 * 48) / 8);
    expect(icon?.slice(3).some((byte) => byte > 0)).toBe(true);
    // The file that the firmware keeps its settings in is the one that goes with the app.
    expect(firmware.banglejs2.text).toContain('"entrain.json"');
  });
});

describe("a bundle with every driver and the check of seals", () => {
  it(`is at most ${String(MAX_BYTES_OF_ALL)} bytes, and has them`, async () => {
    const { minified } = await bundleBand("xiao-sense", [], "every-driver");
    expect(minified.length).toBeLessThanOrEqual(MAX_BYTES_OF_ALL);
    expect(minified.length).toBeGreaterThan(MAX_BYTES["xiao-sense"]);
    for (const part of ['"crypto"', "analogWrite", "accelWr", "SHA256", "D18"]) expect(minified).toContain(part);
    expect(complaints(minified, { "no-undef": "error" })).toEqual([]);
  }, 180_000);
});

describe.each(["banglejs2", "xiao-sense", "xiao-tap"] as const)("the bundle of %s", (board) => {
  it(`is at most ${String(MAX_BYTES[board])} bytes`, async () => {
    expect(Buffer.byteLength(await textOf(`${board}.js`))).toBeLessThanOrEqual(MAX_BYTES[board]);
  });

  it("is what the simulator runs, to the letter", async () => {
    expect(firmware[board].text).toBe(await textOf(`${board}.js`));
  });

  it("is ES5, uses nothing above its definition, and no global that was not agreed on", async () => {
    const readable = await textOf(`${board}.readable.js`);
    expect(complaints(readable, { "no-use-before-define": "error", "no-undef": "error" })).toEqual([]);
    // What minification moves about stays ES5, with the same globals.
    expect(complaints(firmware[board].text, { "no-undef": "error" })).toEqual([]);
  });

  it("keeps plain ASCII, in which a byte is a character", () => {
    expect(firmware[board].text).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it("takes the prompt off the wire", () => {
    expect(firmware[board].text).toContain("E.setConsole(null");
    expect(firmware[board].text).not.toContain("eval(");
  });

  it("switches the motor off before it does anything else", () => {
    const calls: string[] = [];
    const told = (name: string) =>
      new Proxy(() => undefined, {
        apply: (_target, _this, args: readonly unknown[]) => {
          calls.push(`${name}(${args.map(String).join()})`);
          throw new Error("that is enough");
        },
      });
    const quiet = ["E", "process", "Math", "I2C", "require", "USB", "Bluetooth", "Bangle", "g"];
    const pins = ESPRUINO_GLOBALS.filter((name) => /^D\d+$/.test(name)).map((name) => [name, name] as const);
    const functions = ESPRUINO_GLOBALS.filter((name) => !quiet.includes(name) && !/^D\d+$/.test(name));
    const globals = {
      ...Object.fromEntries(pins),
      ...Object.fromEntries(functions.map((name) => [name, told(name)])),
      require: () => ({ add: told("timer.add") }),
      I2C: Object,
      Math,
      E: {},
    };
    expect(() => firmware[board].boot(globals)).toThrow("that is enough");
    expect(calls).toEqual([`digitalWrite(${OFF_PIN[board]},0)`]);
  });
});
