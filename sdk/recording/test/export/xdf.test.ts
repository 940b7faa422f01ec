import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { xdfExport } from "../../src/index.ts";
import { T0 } from "../sessions.ts";
import { BUSY, markedSamples, recorded } from "./recorded.ts";
import { bytesOf } from "./read-back.ts";

const MICROS = 1e6;
const COUNT = 2_500;
const session = recorded({
  entries: BUSY,
  config: { title: "<Tuesday & friends>" },
  samples: (member) => markedSamples(member, member === 0 ? COUNT : 3, 50, member === 0),
});

const xdfBytes = async (): Promise<Buffer> => {
  const [file] = (await xdfExport(session)).files;
  if (file === undefined) throw new Error("expected a file");
  return bytesOf(file);
};

/** The chunks of a file by the specification alone. */
const chunksOf = (bytes: Buffer): { readonly tag: number; readonly content: Buffer }[] => {
  expect(bytes.toString("ascii", 0, 4)).toBe("XDF:");
  const found: { tag: number; content: Buffer }[] = [];
  for (let at = 4; at < bytes.length;) {
    const width = bytes[at] ?? 0;
    expect([1, 4, 8]).toContain(width);
    const length = bytes.readUIntLE(at + 1, Math.min(width, 6));
    const begin = at + 1 + width;
    found.push({ tag: bytes.readUInt16LE(begin), content: bytes.subarray(begin + 2, begin + length) });
    at = begin + length;
    expect(at).toBeLessThanOrEqual(bytes.length);
  }
  return found;
};

describe("XDF, by the specification", () => {
  test("file header first, then a header a stream, its samples and a footer; every chunk as long as it says", async () => {
    const chunks = chunksOf(await xdfBytes());
    expect(chunks[0]?.tag).toBe(1);
    const streams = (tag: number): number[] =>
      chunks.filter((chunk) => chunk.tag === tag).map(({ content }) => content.readUInt32LE(0));
    expect(streams(2)).toEqual([1, 2, 3, 4, 5]);
    expect(streams(6)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(streams(4))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(Math.min(...chunks.flatMap(({ tag }, i) => (tag === 3 ? [i] : [])))).toBeGreaterThan(5);
  });

  test("no words of people travel", async () => {
    expect((await xdfBytes()).includes("secret")).toBe(false);
  });
});

const canBuild = ((): boolean => {
  if (!existsSync("/usr/include/xdf.h")) return false;
  try {
    execFileSync("g++", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
if (!canBuild) process.stderr.write("XDF: libxdf or g++ is not installed, so no other reader was asked.\n");

interface Read {
  readonly version: number;
  readonly streams: readonly {
    readonly name: string;
    readonly rate: number;
    readonly count: number;
    readonly first: number;
    readonly last: number;
    readonly offsets: number;
    readonly labels: readonly string[];
    readonly times: readonly number[];
    readonly rows: readonly (readonly (number | null)[])[];
  }[];
  readonly events: readonly (readonly [string, number])[];
}

describe.skipIf(!canBuild)("XDF, as libxdf reads it", () => {
  let dir: string;
  let read: Read;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "entrain-xdf-"));
    const reader = join(dir, "read-xdf");
    const source = fileURLToPath(new URL("./read-xdf.cpp", import.meta.url));
    execFileSync("g++", ["-std=c++14", source, "-lxdf", "-o", reader]);
    writeFileSync(join(dir, "session.xdf"), await xdfBytes());
    execFileSync(reader, [join(dir, "session.xdf"), join(dir, "read.json")]);
    read = JSON.parse(readFileSync(join(dir, "read.json"), "utf8")) as Read;
  }, 60_000);
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  test("streams, channels with units, rates and counts", () => {
    expect(read.version).toBe(1);
    expect(read.streams.map(({ name }) => name)).toEqual([
      "Entrain motion P1",
      "Entrain motion P2",
      "Entrain group",
      "Entrain pulses",
      "Entrain markers",
    ]);
    const [motion] = read.streams;
    expect(motion?.labels).toEqual(["acc_x g", "acc_y g", "acc_z g", "gyro_x deg/s", "gyro_y deg/s", "gyro_z deg/s"]);
    expect(motion?.rate).toBe(50);
    expect(motion?.count).toBe(COUNT);
    expect(motion?.offsets).toBe(2);
  });

  test("every sample has its value, and its time to the microsecond", () => {
    const [motion, other] = read.streams;
    const wanted = Array.from({ length: COUNT }, (_, i) => (T0 + 500_000 + (i * MICROS) / 50) / MICROS);
    expect(motion?.times).toHaveLength(COUNT);
    expect(Math.max(...wanted.map((t, i) => Math.abs(t - (motion?.times[i] ?? NaN))))).toBeLessThan(1e-9);
    expect(motion?.rows[1]).toEqual(Array.from({ length: COUNT }, (_, i) => i / 1024));
    expect(motion?.rows[4]).toEqual(Array.from({ length: COUNT }, (_, i) => i));
    expect([motion?.first, motion?.last]).toEqual([wanted[0], expect.closeTo(wanted.at(-1) ?? 0, 9)]);
    // The second member has no gyroscope.
    expect(other?.rows.map((row) => row[0])).toEqual([1, 0, 0.5, null, null, null]);
  });

  test("readings: what is withheld is not a number", () => {
    const group = read.streams[2];
    expect(group?.rows[0]?.slice(0, 2)).toEqual([0, expect.closeTo(0.05, 7)]);
    expect(group?.rows[0]?.at(-1)).toBeNull();
  });

  test("markers with their times", () => {
    expect(read.events.map(([text]) => text)).toEqual([
      "activity sway, together",
      "tempo 60 beats/min",
      "wearer P2 rest",
      'marker they said "now",\nall at once',
      "stop all bands rest",
    ]);
    expect(read.events[0]?.[1]).toBeCloseTo(T0 / MICROS + 1, 9);
  });
});
