import { expect, test } from "vitest";
import { latestOnly } from "../src/host/latest-only.ts";
import { isDue } from "../src/host/shown-view.ts";
import { formatTempo, parseTempo, stepTempo } from "../src/host/tempo.ts";
import { isStopKey } from "../src/host/use-stop-keys.ts";
import { viewWith } from "./views.ts";

test("space and Escape stop, other keys do not", () => {
  expect([" ", "Escape"].map((key) => isStopKey({ key }))).toEqual([true, true]);
  expect(["Enter", "s", "Tab", "Spacebar2"].some((key) => isStopKey({ key }))).toBe(false);
});

test("steps stay within 4 to 240 beats a minute", () => {
  expect([stepTempo(96, 5), stepTempo(238, 5), stepTempo(5, -5), stepTempo(72.4, 1)]).toEqual([101, 240, 4, 73]);
});

test.each([
  ["96", 96],
  [" 72,5 ", 72.5],
  ["", undefined],
  ["fast", undefined],
  ["3", undefined],
  ["241", undefined],
  ["NaN", undefined],
])("typed '%s' is %s", (text, bpm) => {
  expect(parseTempo(text)).toBe(bpm);
});

test("a tempo is shown without needless decimals", () => {
  expect([96, 72.5, 66.666].map(formatTempo)).toEqual(["96", "72.5", "66.7"]);
});

test("quick presses go out in order, those in between are left out, the last always arrives", async () => {
  const sent: number[] = [];
  const releases: (() => void)[] = [];
  const send = latestOnly<number>((value) => {
    sent.push(value);
    return new Promise((done) => releases.push(done));
  });
  for (const value of [1, 2, 3]) send(value);
  expect(sent).toEqual([1]);
  releases[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toEqual([1, 3]);
  releases[1]?.();
});

test("words follow four times a second, but a stop, a start and a tempo at once", () => {
  const shown = viewWith({ tMicros: 1_000_001 });
  const later = { ...shown, tMicros: 1_040_001 };
  expect(isDue(undefined, shown)).toBe(true);
  expect(isDue(shown, later)).toBe(false);
  expect(isDue(shown, { ...shown, tMicros: 1_250_001 })).toBe(true);
  expect(isDue(shown, { ...shown, tMicros: 1 })).toBe(true);
  expect(isDue(shown, { ...later, playing: true })).toBe(true);
  expect(isDue(shown, { ...later, pacer: { bpm: 61, beatsPerBar: 4 } })).toBe(true);
  expect(isDue(shown, { ...later, stop: { state: "waiting", unconfirmed: ["Ada"] } })).toBe(true);
});
