import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bundleBand } from "../build/bundle.ts";

interface Vectors {
  readonly key: string;
  readonly bandId: number;
  readonly bootId: number;
  readonly steps: readonly { readonly name: string; readonly line: string; readonly refusal?: string }[];
}

const vectors = JSON.parse(
  readFileSync(new URL("../../sdk/protocol/vectors/seals.json", import.meta.url), "utf8"),
) as Vectors;
/** What the check gives, by its numbers. */
const REFUSALS = [undefined, "unsealed", "forged", "replayed"] as const;
const STOPS = [7, 8];
const PATIENCE_MILLIS = 180_000;

/** That anybody may stop a band is settled before a seal is looked at. */
const steps = vectors.steps.filter(({ line }) => !STOPS.includes(Buffer.from(line, "base64")[0] ?? 0));
const expected = steps.map(({ name, refusal }) => [name, refusal]);
const named = (given: readonly number[]): unknown => steps.map(({ name }, i) => [name, REFUSALS[given[i] ?? NaN]]);

/** The key, the band and the boot, as the check's handlers take them. */
const context = (): string => {
  const words = Buffer.alloc(8);
  words.writeUInt32LE(vectors.bandId, 0);
  words.writeUInt32LE(vectors.bootId, 4);
  return Buffer.concat([Buffer.from(vectors.key, "hex"), words]).toString("base64");
};

const bundle = async (): Promise<string> => (await bundleBand("xiao-sense", [], "testing/seal-entry")).minified;

/** Hands the check what the vectors hold, and says what it gives. */
const script = (code: string): string => `
var HANDLED = {}, GIVEN = [];
E.on = process.on = USB.on = function (event, handler) { HANDLED[event] = handler; };
${code}
HANDLED.data(${JSON.stringify(context())});
HANDLED.kill();
${JSON.stringify(steps.map(({ line }) => line))}.forEach(function (line) {
  HANDLED.data(line);
  GIVEN.push(HANDLED.uncaughtException());
});
`;

describe("the band's check of seals, as it is bundled, faces the vectors", () => {
  it(
    "here",
    async () => {
      const SHA256 = (bytes: Uint8Array): ArrayBuffer =>
        new Uint8Array(createHash("sha256").update(bytes).digest()).buffer;
      const globals: Record<string, unknown> = {
        getTime: () => 0,
        // Espruino's typed arrays take strings of bytes.
        atob: (text: string) => Array.from(Buffer.from(text, "base64")),
        btoa: String,
        require: () => ({ SHA256 }),
        USB: {},
        E: {},
        process: {},
      };
      runInNewContext(script(await bundle()), globals);
      expect(named(globals["GIVEN"] as number[])).toEqual(expected);
    },
    PATIENCE_MILLIS,
  );

  const program = process.env["ESPRUINO_BIN"] ?? "";

  it.skipIf(!existsSync(program))(
    "on a real interpreter (ESPRUINO_BIN), with its own SHA-256",
    async () => {
      const dir = mkdtempSync(join(tmpdir(), "entrain-seals-"));
      try {
        const path = join(dir, "band.js");
        writeFileSync(path, `${script(await bundle())}USB.write("\\n#given "+GIVEN.join()+"\\n");quit();`);
        const { stdout } = spawnSync(program, [path], { cwd: dir, timeout: PATIENCE_MILLIS, encoding: "latin1" });
        const [, given = ""] = /#given (\S+)/.exec(stdout) ?? [];
        expect(named(given.split(",").map(Number)), stdout.slice(-300)).toEqual(expected);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
    PATIENCE_MILLIS,
  );
});
