import { describe, expect, test } from "vitest";
import { BeatTimes } from "../src/beat/beat-times.ts";
import { mayFlash } from "../src/beat/thin-flashes.ts";
import { viewWith } from "./views.ts";

const AHEAD_MS = 40_000;

/** Views every 40 ms of a beat at a tempo, each up to 30 ms late. */
const feed = (times: BeatTimes, bpm: number, fromMs: number, toMs: number): void => {
  for (let ms = fromMs, k = 0; ms < toMs; ms += 40, k++)
    times.take(
      viewWith({
        playing: true,
        tMicros: ms * 1_000,
        pacer: { bpm: 60, beatsPerBar: 4, beat: ((ms - fromMs) * bpm) / 60_000 },
      }),
      ms + AHEAD_MS + ((k * 7) % 31),
    );
};

describe("when beats come, on this computer's clock", () => {
  test("is known within 1 ms although views come late, and the tempo is the one that plays", () => {
    const times = new BeatTimes();
    feed(times, 90, 1_000, 4_000);
    const beats = times.between(AHEAD_MS + 4_000, AHEAD_MS + 6_000);
    expect(beats.map(({ beat }) => beat)).toEqual([5, 6, 7]);
    expect(beats.map(({ isFirstOfBar }) => isFirstOfBar)).toEqual([false, false, false]);
    for (const { beat, atMs } of beats)
      expect(Math.abs(atMs - (AHEAD_MS + 1_000 + (beat * 60_000) / 90))).toBeLessThan(1);
    expect(times.between(AHEAD_MS + 1_000, AHEAD_MS + 1_001)[0]?.isFirstOfBar).toBe(true);
  });

  test("spans that follow each other hold each beat once", () => {
    const times = new BeatTimes();
    feed(times, 120, 1_000, 3_000);
    const beats: number[] = [];
    for (let ms = 3_000; ms < 8_000; ms += 70)
      beats.push(...times.between(AHEAD_MS + ms, AHEAD_MS + ms + 70).map(({ beat }) => beat));
    expect(beats).toEqual(Array.from({ length: beats.length }, (_, k) => k + 4));
    expect(beats.length).toBeGreaterThan(9);
  });

  test("are none before anything plays, and none after it ends", () => {
    const times = new BeatTimes();
    expect(times.between(0, 1e9)).toEqual([]);
    feed(times, 90, 1_000, 2_000);
    times.take(viewWith({ playing: false, tMicros: 2_040_000 }), AHEAD_MS + 2_040);
    expect(times.between(AHEAD_MS, AHEAD_MS + 10_000)).toEqual([]);
  });
});

test("the light flashes no more than three times a second, whatever the tempo", () => {
  for (const bpm of [60, 120, 180, 181, 240]) {
    let last = -Infinity;
    const flashes: number[] = [];
    for (let beat = 0; beat < 400; beat++) {
      const atMs = (beat * 60_000) / bpm;
      if (mayFlash(atMs, last)) flashes.push((last = atMs));
    }
    for (const [k, atMs] of flashes.entries())
      expect(
        flashes.filter((each) => each >= atMs && each < atMs + 1_000).length,
        `${String(bpm)} ${String(k)}`,
      ).toBeLessThan(4);
  }
});
