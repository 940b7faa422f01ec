import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { encodeLine, LineReader, microsOfBeat, type Message, type ReceiveError } from "../src/index.ts";

type Encoded = number | string | { f64: string } | { f64s: string[] } | { i16s: number[] };

interface FrameVector {
  readonly name: string;
  readonly line: string;
  readonly seq?: number;
  readonly message?: Readonly<Record<string, Encoded>>;
  readonly error?: ReceiveError;
}

const load = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"));

const float = (hex: string): number => Buffer.from(hex, "hex").readDoubleLE(0);

const decoded = (value: Encoded): unknown => {
  if (typeof value !== "object") return value;
  if ("f64" in value) return float(value.f64);
  return "f64s" in value ? Float64Array.from(value.f64s, float) : Int16Array.from(value.i16s);
};

const bytesOf = (line: string): Uint8Array => Uint8Array.from(`${line}\n`, (char) => char.charCodeAt(0));

describe("frames.json", () => {
  const { frames } = load("frames.json") as { frames: FrameVector[] };

  test.each(frames)("$name", ({ line, seq, message, error }) => {
    const seen: unknown[] = [];
    const reader = new LineReader({
      onMessage: (read, readSeq) => seen.push({ read, readSeq }),
      onError: (found) => seen.push(found),
    });
    reader.push(bytesOf(line));
    if (message === undefined) {
      expect(seen).toEqual([error]);
      return;
    }
    const read = Object.fromEntries(Object.entries(message).map(([name, value]) => [name, decoded(value)]));
    expect(seen).toEqual([{ read, readSeq: seq }]);
    expect(encodeLine(read as unknown as Message, seq ?? 0)).toEqual(bytesOf(line));
  });
});

test("tempo-map.json", () => {
  const { cases } = load("tempo-map.json") as { cases: { segments: string[]; beat: string; micros: string }[] };
  for (const { segments, beat, micros } of cases) {
    expect(Math.abs(microsOfBeat(segments.map(float), float(beat)) - float(micros))).toBeLessThanOrEqual(1);
  }
});
