import type { DyadsView, ExerciseCard, SessionView } from "@entrain/session";
import { expect, test } from "vitest";
import { leadsOf } from "../src/pictures/leads.ts";
import { TraceStore } from "../src/pictures/trace-store.ts";
import { piecesOf, type SpokenLine } from "../src/run/spoken.ts";
import { stretchesOf } from "../src/run/timeline.ts";
import { leadReason } from "../src/words/lead-words.ts";

type ExerciseState = NonNullable<SessionView["exercise"]>;

const SWAY: ExerciseCard = {
  name: "sway",
  title: "Sway",
  purpose: "",
  variants: [],
  suitability: [],
  seconds: 160,
  isOpen: true,
  steps: [{ title: "Arrive", seconds: 40 }, { title: "Side to side", seconds: 120 }, { title: "Open" }],
};

const state = (changes: object): ExerciseState =>
  ({ name: "sway", state: "running", step: 1, steps: 3, endsMicros: 90e6, ...changes }) as unknown as ExerciseState;

test("the line is as long as all its steps, and the running one as full as its time is over", () => {
  const line = stretchesOf(state({}), 60e6, [SWAY]);
  expect(line.map(({ done }) => done)).toEqual([1, 0.75, 0]);
  expect(line.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect((line[1]?.share ?? 0) / (line[0]?.share ?? 1)).toBeCloseTo(3, 9);
});

test("steps that are not known are as long as each other and say nothing", () => {
  const line = stretchesOf(state({ steps: 4 }), 0, [SWAY]);
  expect(line.map(({ share, title }) => [share, title])).toEqual(Array.from({ length: 4 }, () => [0.25, undefined]));
  expect(stretchesOf(state({ state: "ended" }), 0, []).every(({ done }) => done === 1)).toBe(true);
});

test("a line is inked up to the beat, and its pieces are the line again", () => {
  const line = {
    text: "The wind was a torrent",
    beats: [
      { at: 15, tMicros: 9 },
      { at: 4, tMicros: 5 },
    ],
  } as unknown as SpokenLine;
  const pieces = piecesOf(line, 6);
  expect(pieces.map(({ text }) => text).join("")).toBe(line.text);
  expect(pieces).toEqual([
    { text: "The ", isFelt: false, isSpoken: true },
    { text: "wind was a ", isFelt: true, isSpoken: true },
    { text: "torrent", isFelt: true, isSpoken: false },
  ]);
  expect(piecesOf({ ...line, beats: [] }, 6)).toEqual([{ text: line.text, isFelt: false, isSpoken: true }]);
});

test("traces are lanes, the first at the top; nobody's leaves its lane, and a gap is a gap", () => {
  const store = new TraceStore();
  store.push(1, [100, -5000]);
  store.push(1.04, [0, 50]);
  store.push(3, [-100, 0]);
  const [times, first, second] = store.lanes(100);
  expect(times).toEqual([1, 1.04, 1.08, 3]);
  expect(first).toEqual([0.48, 0, null, -0.48]);
  expect(second).toEqual([-1.48, -0.75, null, -1]);
  expect(store.peakMilliG()).toBe(5000);
});

test("a store keeps seconds, not hours, and begins anew where time does", () => {
  const store = new TraceStore();
  for (let k = 0; k < 5000; k++) store.push(k / 25, [k]);
  expect(store.lanes(1)[0].length).toBeLessThan(1000);
  expect(store.newestS).toBe(4999 / 25);
  store.push(1, [1, 2, 3]);
  expect(store.lanes(1).map((row) => row.length)).toEqual([1, 1, 1, 1]);
});

test("from who is ahead of whom comes back where each stands", () => {
  const at = [0.05, 0, -0.02, -0.03];
  const pairs = at.flatMap((a, i) =>
    at.slice(i + 1).map((b, k) => ({ i, j: i + 1 + k, verdict: "in-sync" as const, leadS: a - b })),
  );
  const view: DyadsView = { startMicros: 0, endMicros: 1, falseDiscoveryRate: 0.05, pairs };
  expect(leadsOf(view).map(({ member }) => member)).toEqual([0, 1, 2, 3]);
  leadsOf(view).forEach(({ aheadS, pairs: count }, member) => {
    expect(aheadS).toBeCloseTo(at[member] ?? NaN, 12);
    expect(count).toBe(3);
  });
});

test("whoever is with nobody beyond chance has no place", () => {
  const pairs = [{ i: 0, j: 1, verdict: "undecided" as const, leadS: 0.2 }];
  expect(leadsOf({ startMicros: 0, endMicros: 1, falseDiscoveryRate: 0.05, pairs })).toEqual([]);
});

test("why the pulse is where it is; what the page does not know is told as the host does", () => {
  const lead = {
    phase: "lead",
    words: "as it says",
    bpm: 70,
    strengthShare: 1,
    moving: 5,
    withPulse: 4,
    readAtMicros: 0,
  } as const;
  expect(leadReason({ ...lead, reason: "trails" })).toBe(
    "The group is still catching up: the pulse waits at 70 (4 of 5 with it).",
  );
  expect(leadReason({ ...lead, reason: "of-tomorrow" })).toBe("as it says");
});
