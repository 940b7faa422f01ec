import { type Entry, FORGOTTEN } from "@entrain/recording";
import { describe, expect, test } from "vitest";
import { sessionFigures, sessionReport, standaloneFigure } from "../src/index.ts";
import { reportModel } from "../src/model/report-model.ts";
import { at, sessionOf, windowsOf } from "./session.ts";

const report = (session = sessionOf({ members: 4 }), more: object = {}): Promise<string> =>
  sessionReport({
    session,
    windows: windowsOf([1e-4, 1e-4, 0.5, 0.5, 1e-4, undefined]),
    scores: true,
    timeZone: "UTC",
    ...more,
  });
const IMPRESSION = { impression: "It was warm." };
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
/** Tags that have to be closed, in the order of HTML. */
const unbalanced = (page: string): readonly string[] => {
  const open: string[] = [];
  for (const [, close, tag = "", rest = ""] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^>"])*)>/g)) {
    if (["meta", "br"].includes(tag) || rest.endsWith("/")) continue;
    if (close === "") open.push(tag);
    else if (open.pop() !== tag) return [tag];
  }
  return open;
};

describe("the page", () => {
  test("stands alone: no script, no request, every tag closed, every id once, every reference kept", async () => {
    const page = await report(undefined, IMPRESSION);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|href=|https?:/);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(unbalanced(page)).toEqual([]);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, refs = ""] of page.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const ref of refs.split(" ")) expect(ids).toContain(ref);
  });

  test("the impression comes before every figure", async () => {
    const page = await report(undefined, IMPRESSION);
    expect(page.indexOf("It was warm.")).toBeLessThan(page.indexOf('id="together"'));
    expect(page).not.toContain('<details id="figures">');
  });

  test("without an impression every figure of togetherness is folded, and the page says so", async () => {
    const page = await report();
    const inDetails = page.replace(/<details[\s\S]*?<\/details>/g, "");
    expect(textOf(page)).toContain("No impression was written down");
    expect(inDetails).not.toMatch(/class="together"|With the pulse for/);
    expect(page).toContain('<details id="figures">');
  });

  test("an impression kept during the session counts", async () => {
    const note: Entry = { kind: "note", tMicros: at(119), about: "impression", text: "Kept before." };
    expect(await report(sessionOf({ members: 3, entries: [note] }))).toContain("Kept before.");
  });

  test("without scores there is none: no bars, no p, no moment that a test found", async () => {
    const page = await report(undefined, { ...IMPRESSION, scores: false });
    expect(page).not.toMatch(/class="(?:together|open|chance)"|false discovery|Came together|With the pulse/);
    expect(textOf(page)).toContain("made without scores");
  });

  test("what people wrote stays text", async () => {
    const evil = `<script>alert(1)</script>"'&\u0000`;
    const entries: Entry[] = [
      { kind: "note", tMicros: at(1), about: "note", text: evil },
      { kind: "marker", tMicros: at(2), label: evil },
      { kind: "word", tMicros: at(3), member: 0, at: "check-in", text: evil },
      { kind: "activity", tMicros: at(4), exercise: evil, theme: evil },
    ];
    const page = await report(sessionOf({ members: 3, title: evil, entries }), {
      impression: evil,
      nameOf: () => evil,
    });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("\u0000");
    expect(unbalanced(page)).toEqual([]);
  });
});

describe("people", () => {
  test("have a page each, in the order of their bands; two have one reading between them and no page", async () => {
    const page = await report(sessionOf({ members: 4 }), IMPRESSION);
    expect(Array.from(page.matchAll(/<section id="(person-\d)"/g), ([, id]) => id)).toEqual(
      [1, 2, 3, 4].map((n) => `person-${String(n)}`),
    );
    const pair = await report(sessionOf({ members: 2 }), IMPRESSION);
    expect(pair).not.toContain('id="person-');
    expect(textOf(pair)).toContain("Between the two of you");
  });

  test("who opted out, and who asked not to be in a report, looks just like someone resting", async () => {
    const pageOf = async (state: (member: number, s: number) => string, entries: Entry[]): Promise<string> => {
      const page = await report(sessionOf({ members: 3, state, entries }), IMPRESSION);
      return page.slice(page.indexOf('<section id="person-2"'), page.indexOf('<section id="person-3"'));
    };
    const still = await pageOf((member) => (member === 1 ? "still" : "ok"), []);
    const stopped = await pageOf(
      () => "ok",
      [{ kind: "wearer", tMicros: at(0), member: 1, action: "stop", wearerCap: 255 }],
    );
    expect(still).toContain("Resting for the whole session.");
    expect(stopped).toBe(still);
    for (const use of ["report", "scoring"] as const) {
      const refused = await pageOf(() => "ok", [{ kind: "consent", tMicros: at(0), member: 1, use, given: false }]);
      expect(refused).toBe(still);
    }
  });

  test("whoever was forgotten has no page, and the others keep theirs", async () => {
    const session = sessionOf({ members: 4 });
    const { config } = session;
    const members = config.members.map((each, k) => (k === 1 ? { ...each, pseudonym: FORGOTTEN } : each));
    const page = await report({ ...session, config: { ...config, members } }, IMPRESSION);
    expect(Array.from(page.matchAll(/<section id="(person-\d)"/g), ([, id]) => id)).toEqual([
      "person-1",
      "person-3",
      "person-4",
    ]);
  });

  test("nobody stands above another: no list of the page orders people by a number", async () => {
    const page = textOf(await report(sessionOf({ members: 4 }), IMPRESSION));
    expect(page).not.toMatch(/\b(?:best|worst|rank|most in sync|least|first place|better than|winner)\b/i);
  });
});

describe("moments", () => {
  const modelOf = (
    ps: readonly (number | undefined)[],
    session = sessionOf({ members: 4 }),
  ): ReturnType<typeof reportModel> => reportModel({ session, windows: windowsOf(ps), scores: true });

  test("came together, own rhythms, together again", async () => {
    const { moments } = await modelOf([0.5, 1e-4, 1e-4, 0.6, 1e-4]);
    expect(moments.map(({ kind, startS, endS }) => [kind, startS, endS])).toEqual([
      ["came-together", 20, 60],
      ["own-rhythm", 60, 80],
      ["together-again", 80, 100],
    ]);
  });

  test("one small p among many is no moment: the rate is held over all tests", async () => {
    const alone = await modelOf([9e-4]);
    expect(alone.found).toBe(1);
    const amongMany = await modelOf([9e-4, ...Array.from({ length: 99 }, () => 0.5)]);
    expect(amongMany.found).toBe(0);
  });

  test("resting is seen when everybody rests for a while, and on one's own page", async () => {
    const session = sessionOf({ members: 3, state: (k, s) => (s >= 60 && (k < 1 || s < 90) ? "still" : "ok") });
    const { moments } = await modelOf([], session);
    expect(moments.filter(({ member }) => member === undefined)).toEqual([{ kind: "rested", startS: 60, endS: 90 }]);
    expect(moments.filter(({ member }) => member === 0)).toEqual([
      { kind: "rested", member: 0, startS: 60, endS: 120 },
    ]);
  });

  test("whoever was ahead for a while reads it on their own page alone", async () => {
    const ps = Array.from({ length: 16 }, () => 1e-4);
    const session = sessionOf({
      members: 3,
      seconds: 330,
      leadMillis: (k, s) => (k === 2 && s > 100 && s < 215 ? 120 : 0),
    });
    const page = await sessionReport({
      session,
      windows: windowsOf(ps),
      scores: true,
      ...IMPRESSION,
      nameOf: (p) => `Name ${p}`,
    });
    const [shared, ...pages] = page.split('<section id="person-');
    expect(shared).not.toContain("Ahead of the others");
    expect(pages.map((part) => part.includes("Ahead of the others"))).toEqual([false, false, true]);
  });
});

test("figures stand alone too, with colours of their own", async () => {
  const figures = await sessionFigures({
    session: sessionOf({ members: 3 }),
    windows: windowsOf([1e-4]),
    scores: true,
  });
  expect(figures.map(({ name }) => name)).toEqual(["timeline", "together", "person-1", "person-2", "person-3"]);
  for (const figure of figures) {
    const svg = standaloneFigure(figure);
    expect(svg).not.toMatch(/var\(|NaN|undefined|Infinity/);
    expect(svg).toContain("<desc");
  }
});

test("an empty session is a page too", async () => {
  const page = await report(sessionOf({ members: 3, seconds: 0 }), { windows: [], ...IMPRESSION });
  expect(unbalanced(page)).toEqual([]);
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});
