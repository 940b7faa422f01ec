import { expect, test } from "vitest";
import { batteryWords, isOnRing, stateWords, tempoWords } from "../src/words/member-words.ts";
import { bandWith, memberIn, memberWith } from "./views.ts";

const shown = (...[member, band]: Parameters<typeof stateWords>) => ({
  words: stateWords(member, band),
  onRing: isOnRing(member, band),
  tempo: tempoWords(member, band),
});

test("whoever opted out, by the host or on the band, looks like someone sitting still", () => {
  const still = shown(memberIn("still", { reasonCode: "resting", reason: "resting" }), bandWith());
  expect(still).toEqual({ words: "resting", onRing: false, tempo: undefined });
  expect(shown(memberIn("still", { reasonCode: "listening", reason: "listening" }), bandWith())).toEqual(still);
  expect(shown(memberWith(), bandWith({ restedByWearer: true }))).toEqual(still);
  expect(shown(memberWith(), bandWith({ restedByWearer: true, status: "no-signal" }))).toEqual(still);
  expect(shown(memberIn("acquiring"), bandWith({ restedByWearer: true, status: "resting" }))).toEqual(still);
});

test.each([
  ["dropout", "no signal"],
  ["acquiring", "finding the rhythm"],
  ["ambiguous-tempo", "own rhythm"],
] as const)("%s is '%s', at their seat", (state, words) => {
  expect(shown(memberIn(state), bandWith())).toEqual({ words, onRing: false, tempo: undefined });
});

test("a silent band leaves the ring at once, whatever the reading still says", () => {
  const band = bandWith({ status: "no-signal" });
  expect(shown(memberWith(), band)).toEqual({ words: "no signal", onRing: false, tempo: undefined });
});

test("with the pulse, in their own rhythm, or just moving where that is not known", () => {
  expect(stateWords(memberWith({ withPacer: true }), undefined)).toBe("with the pulse");
  expect(stateWords(memberWith({ withPacer: false }), undefined)).toBe("own rhythm");
  expect(shown(memberWith({ tempoHz: 1.6 }), undefined)).toEqual({
    words: "moving",
    onRing: true,
    tempo: "96 a minute",
  });
});

test("a battery is spoken of when it is low, and only where it is known", () => {
  expect(batteryWords(bandWith())).toBeUndefined();
  expect(batteryWords(bandWith({ batteryPercent: 21 }))).toBeUndefined();
  expect(batteryWords(bandWith({ batteryPercent: 0 }))).toBe("low battery, 0\u00a0%");
});
