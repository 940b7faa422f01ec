import { expect, test } from "vitest";
import {
  matches,
  MemoryFile,
  NO_NAMES,
  openSession,
  parseNames,
  sourceOf,
  spiralOf,
  spiralSvg,
  type SessionSummary,
  SessionWriter,
  summarise,
  withPeople,
} from "../src/index.ts";
import { sessionMicros } from "@entrain/protocol";
import { configOf, entriesFor, fileOf, T0 } from "./sessions.ts";

const at = (seconds: number) => sessionMicros(T0 + seconds * 1e6);

const summaryWith = (more: Partial<SessionSummary>): SessionSummary => ({
  sessionId: "s",
  title: "Tuesday",
  startedAt: "2026-03-03T10:00:00.000Z",
  durationS: 600,
  simulated: false,
  members: ["P1", "P2"],
  exercises: [],
  words: [],
  notes: [],
  markers: 0,
  tempi: [],
  verdicts: { inSync: 0, notInSync: 0, undecided: 0, withheld: 0 },
  engine: "e",
  windowS: 30,
  warnings: 0,
  ...more,
});

const day = (date: number, exercise: string, more: Partial<SessionSummary> = {}): SessionSummary =>
  summaryWith({ startedAt: `2026-03-${String(date).padStart(2, "0")}T10:00:00.000Z`, exercises: [exercise], ...more });

test("a summary holds what was done and said, and shares of verdicts", async () => {
  const file = new MemoryFile();
  const config = configOf({ theme: "trust", exercise: "mirror" });
  const writer = new SessionWriter({ sink: file, config });
  writer.append({ kind: "word", tMicros: at(1), member: 1, at: "check-out", text: "lighter" });
  writer.append({ kind: "activity", tMicros: at(2), exercise: "walking" });
  for (const verdict of ["in-sync", "undecided", "undecided", "withheld", "nonsense"])
    writer.append({ kind: "reading", tMicros: at(3), reading: { group: { verdict } } });
  writer.append({ kind: "reading", tMicros: at(3), reading: null });
  writer.append({ kind: "marker", tMicros: at(4) });
  writer.close();
  expect(await summarise(await openSession(file, "test"))).toMatchObject({
    theme: "trust",
    exercises: ["mirror", "walking"],
    words: [{ who: "P2", at: "check-out", text: "lighter" }],
    markers: 1,
    durationS: 4,
    verdicts: { inSync: 0.25, notInSync: 0, undecided: 0.5, withheld: 0.25 },
    warnings: 0,
  });
});

test("a file that is not whole is summed up with its warnings", async () => {
  const summary = await summarise(await openSession(sourceOf(fileOf(entriesFor(3), {}, false)), "test"));
  expect(summary).toMatchObject({ warnings: 1, verdicts: { inSync: 0, withheld: 0 } });
});

test("every word of a search must stand somewhere, whatever its case", () => {
  const summary = day(3, "mirror", { theme: "Trust", words: [{ who: "P1", at: "check-in", text: "a bit tired" }] });
  expect(["TRUST tired", "mirror", "2026-03", "p2", ""].map((search) => matches(summary, search))).not.toContain(false);
  expect(matches(summary, "trust joy")).toBe(false);
});

test("whoever comes back to an exercise comes back to its direction, further out", () => {
  const { points, exercises } = spiralOf(["a", "b", "a", "c", "a", "b"].map((exercise, i) => day(i + 1, exercise)));
  expect(exercises).toEqual(["a", "b", "c"]);
  points.forEach((point, i) => {
    const direction = point.turns - Math.floor(point.turns + 1e-9);
    expect(direction).toBeCloseTo(exercises.indexOf(point.exercise) / 3, 9);
    expect(point.turns).toBeGreaterThan(points[i - 1]?.turns ?? -1);
    expect(point.turns - (points[i - 1]?.turns ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
  });
  expect(points.map(({ visit }) => visit)).toEqual([1, 1, 2, 1, 3, 2]);
});

test("one exercise alone makes a whole turn each time", () => {
  expect(spiralOf([1, 2, 3].map((date) => day(date, "a"))).points.map(({ turns }) => turns)).toEqual([0, 1, 2]);
});

test("sessions lie in the order of their days, in whatever order they are handed in, and no score moves them", () => {
  const sessions = [day(1, "a"), day(2, "b"), day(3, "a")];
  const scored = sessions.map((each) => ({
    ...each,
    verdicts: { inSync: 1, notInSync: 0, undecided: 0, withheld: 0 },
  }));
  expect(spiralSvg([...scored].reverse())).toBe(spiralSvg(sessions));
});

test("the picture says what people said, and nothing that they wrote becomes markup", () => {
  const text = `<script>alert("x")</script> & \u0000\ud800 more`;
  const svg = spiralSvg([day(1, "a<b", { words: [{ who: "P1", at: "check-out", text }] })], { nameOf: () => "Ada" });
  expect(svg).toContain("Ada");
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).not.toMatch(/<script|\u0000|\ud800/);
  for (const number of svg.matchAll(/\s(?:x|y|cx|cy)="([^"]*)"/g))
    expect(Number.isFinite(Number(number[1]))).toBe(true);
});

test("no sessions, no points", () => {
  expect(spiralSvg([])).not.toContain("<circle");
});

test("a person has the same pseudonym in every session of a folder", () => {
  const first = withPeople(NO_NAMES, ["Ada", "Ben"]);
  const second = withPeople(first.list, ["Chen", "Ben"]);
  expect(first.pseudonyms).toEqual(["P1", "P2"]);
  expect(second.pseudonyms).toEqual(["P3", "P2"]);
  expect(parseNames(JSON.stringify(second.list))).toEqual(second.list);
});

test.each(["", "{", "null", "[]", '{"people":{}}', '{"format":"entrain-names","people":{"P1":1}}'])(
  "%j is no list of names",
  (text) => {
    expect(parseNames(text)).toBeUndefined();
  },
);
