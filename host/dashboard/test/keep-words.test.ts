import { expect, test } from "vitest";
import { isPlainKey } from "../src/host/use-plain-keys.ts";
import { isStopKey, WORDS_FIELD } from "../src/host/use-stop-keys.ts";
import { keptWords, speakersOf } from "../src/words/keep-words.ts";
import { memberWith, viewWith } from "./views.ts";

const plain = { repeat: false, ctrlKey: false, metaKey: false, altKey: false };
const button = { closest: () => null };
const field = { closest: () => field, name: WORDS_FIELD };

test("a space is a space where words are written; Escape stops there, too", () => {
  expect(isStopKey({ key: " ", target: field })).toBe(false);
  expect(isStopKey({ key: "Escape", target: field })).toBe(true);
  expect(isStopKey({ key: " ", target: button })).toBe(true);
  expect(isStopKey({ key: " ", target: null })).toBe(true);
  expect(isStopKey({ key: " ", target: { ...field, name: "tempo" } })).toBe(true);
});

test("a key is a command, unless somebody writes or means another command", () => {
  expect(isPlainKey({ ...plain, key: "m", target: button })).toBe(true);
  expect(isPlainKey({ ...plain, key: "M", target: null })).toBe(true);
  expect(isPlainKey({ ...plain, key: "m", target: field })).toBe(false);
  expect(isPlainKey({ ...plain, key: "m", target: button, repeat: true })).toBe(false);
  expect(isPlainKey({ ...plain, key: "m", target: button, ctrlKey: true })).toBe(false);
});

test("everybody may leave a word when they come and before they go", () => {
  const speakers = speakersOf(viewWith({ members: [memberWith(), memberWith({ name: "Ben" })] }));
  expect(speakers.map(({ label }) => label)).toEqual([
    "My note",
    "Ada, arriving",
    "Ben, arriving",
    "Ada, leaving",
    "Ben, leaving",
  ]);
  expect(speakers[0]?.command("x")).toEqual({ kind: "note", text: "x" });
  expect(speakers.at(-1)?.command("y")).toEqual({
    kind: "word",
    member: 1,
    at: "check-out",
    text: "y",
  });
});

test("the header says that it records, that it cannot, or that this is a replay", () => {
  const view = viewWith({});
  expect(keptWords(undefined)).toBeUndefined();
  expect(keptWords(view)).toBeUndefined();
  expect(keptWords({ ...view, recording: { state: "on", file: "f" } })).toEqual({ text: "recording", warns: false });
  expect(keptWords({ ...view, recording: { state: "trouble", file: "f", message: "full" } })?.warns).toBe(true);
  const replay = { state: "running", atS: 62, lengthS: 600, speed: 4 } as const;
  expect(keptWords({ ...view, replay })?.text).toBe("replay, 1:02 of 10:00, 4 ×");
  expect(keptWords({ ...view, replay: { ...replay, state: "ended", speed: Infinity } })?.text).toContain(
    "replay ended",
  );
});
