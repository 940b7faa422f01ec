import { describe, expect, it } from "vitest";
import { alignTracks } from "../../src/score/align.ts";
import { parseStarts } from "../../src/score/start-option.ts";
import type { Track } from "../../src/score/tracks.ts";

const track = (name: string, tRaw: number[], g = 1): Track => ({
  name,
  file: `${name}.csv`,
  tRaw: Float64Array.from(tRaw),
  accelRaw: Float64Array.from(tRaw.flatMap(() => [0, 0, g])),
});

const times = (first: number, step: number, count = 1000): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);
const OPTS = { timeUnit: "s", accelUnit: "g", startsMs: new Map<string, number>(), windowS: 5 } as const;

describe("alignTracks", () => {
  it("counts micros from the earliest time where all share a clock", () => {
    const [a, b] = alignTracks([track("a", times(100.5, 0.01)), track("b", times(100, 0.01))], OPTS);
    expect(a?.tMicros[0]).toBe(500_000);
    expect(b?.tMicros[0]).toBe(0);
  });

  it("keeps nanoseconds since 1970 as exact as they were written", () => {
    const first = 1_506_421_989_895_000_064;
    const [a, b] = alignTracks(
      [track("a", times(first, 10_240_000)), track("b", times(first + 5_120_000, 10_240_000))],
      { ...OPTS, timeUnit: "ns" },
    );
    expect(b?.tMicros[0]).toBe(5120);
    expect(a?.tMicros[1]).toBe(10_240);
  });

  it("puts each member's first row at its start", () => {
    const startsMs = parseStarts(["a=2017-09-26T10:33:09.895Z", "b=1506421987098"]);
    const [a, b] = alignTracks([track("a", times(7e12, 1e7)), track("b", times(3e9, 1e7))], {
      ...OPTS,
      timeUnit: "ns",
      startsMs,
    });
    expect(b?.tMicros[0]).toBe(0);
    expect(a?.tMicros[0]).toBe(2_797_000);
    expect(a?.tMicros[1]).toBe(2_807_000);
  });

  it("takes gaps in time along", () => {
    const [a] = alignTracks([track("a", [NaN, ...times(3, 0.01)]), track("b", times(3, 0.01))], OPTS);
    expect(a?.tMicros[0]).toBeNaN();
    expect(a?.tMicros[1]).toBe(0);
  });

  it("divides m/s² by standard gravity", () => {
    const [a] = alignTracks([track("a", times(0, 0.01), 9.80665), track("b", times(0, 0.01), 9.80665)], {
      ...OPTS,
      accelUnit: "ms2",
    });
    expect(a?.accelG[2]).toBe(1);
  });

  it("refuses a session of days, which is a clock that jumped", () => {
    const t = [...times(0, 0.01), 1e9];
    expect(() => alignTracks([track("a", t), track("b", t)], OPTS)).toThrow(
      "expected recordings of at most 24 hours, found 277778 hours, in a and b",
    );
  });
});

describe("parseStarts", () => {
  it.each([
    ["a=1506421989895", 1506421989895],
    ["a=2017-09-26T10:33:09.895Z", 1506421989895],
    ["a=2017-09-26T12:33:09.895+02:00", 1506421989895],
    ["a=2017-09-26T10:33:09.895", 1506421989895],
    ["a=2017-09-26T10:33:09.8955Z", 1506421989895.5],
    ["a=2500", 2500],
  ])("%s", (text, ms) => {
    expect(parseStarts([text]).get("a")).toBe(ms);
  });

  it("takes the last = as its own", () => {
    expect(parseStarts(["a=b=2500"]).get("a=b")).toBe(2500);
  });
});
