import type { RecordingScore, ScoredDyad, TracePoint } from "@entrain/session";
import { describe, expect, it } from "vitest";
import { cut, wrapped } from "../../src/score/picture/layout.ts";
import { clustersOf, leadPositions } from "../../src/score/picture/lead-positions.ts";
import { picture } from "../../src/score/picture/picture.ts";
import { relativePhaseCycles } from "../../src/score/picture/relative-phase.ts";
import { scoreColour } from "../../src/score/picture/score-colour.ts";
import { ticksOf } from "../../src/score/picture/time-axis.ts";
import { unrelatedOrder } from "../../src/score/picture/unrelated-order.ts";

const member = (name: string): RecordingScore["members"][number] => ({
  name,
  samples: 10,
  rateHz: 50,
  states: { still: 0, acquiring: 0.1, ok: 0.9, dropout: 0 },
});

const trace = (seconds: number): TracePoint[] =>
  Array.from({ length: 5 * seconds }, (_, i) => ({
    tS: (i + 1) / 5,
    orderParameter: i < 20 ? null : 0.8,
    phaseRad: [i % 3, i < 9 ? null : (i + 1) % 3],
  }));

/** What a window tells beyond its verdict and numbers. */
const BESIDES = { statistic: null, coverage: 1, moreS: null, states: [] };
const dyad = (changes: Partial<ScoredDyad> = {}): ScoredDyad => ({
  a: "Ann",
  b: "Ben",
  verdict: "in-sync",
  score: 0.8,
  chance: 0.1,
  p: 0.0025,
  q: 0.0025,
  beyondChance: true,
  leadS: 0.06,
  order: [1, 1],
  plv: 0.9,
  envelope: null,
  partial: null,
  partialP: null,
  residualR: null,
  residualP: null,
  residualLeadS: null,
  ...changes,
});

const dyadsOf = (pairs: readonly ScoredDyad[]): RecordingScore["dyads"] => ({
  falseDiscoveryRate: 0.05,
  tested: pairs.length,
  beyondChance: pairs.filter(({ beyondChance }) => beyondChance).length,
  pairs,
});

const made = (changes: Partial<RecordingScore> = {}): RecordingScore => ({
  estimator: "test/1",
  verdict: "in-sync",
  reason: "",
  score: 0.8,
  chance: 0.1,
  p: 0.0025,
  strangerTempoSpread: 0.03,
  windowS: 30,
  durationS: 60,
  windows: [
    { ...BESIDES, startS: 0, endS: 30, verdict: "in-sync", score: 0.8, chance: 0.1, p: 0.0025 },
    { ...BESIDES, startS: 30, endS: 60, verdict: "withheld", reason: "resting", score: null, chance: null, p: null },
  ],
  members: [member("Ann"), member("Ben")],
  dyads: dyadsOf([dyad()]),
  trace: trace(60),
  ...changes,
});

/** Every tag closed in order, every attribute quoted, no stray ampersand: as much of XML as we write. */
const faultsOfXml = (text: string): string[] => {
  const open: string[] = [];
  const faults: string[] = [];
  const rest = text.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z]+[-a-z\d]*="[^"<]*")*)(\/?)>/g,
    (_, end: string, tag: string, __, empty: string) => {
      if (end !== "" && open.pop() !== tag) faults.push(`</${tag}>`);
      if (end === "" && empty === "") open.push(tag);
      return "";
    },
  );
  if (open.length > 0) faults.push(`open: ${open.join()}`);
  if (/[<]/.test(rest)) faults.push("stray <");
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(text)) faults.push("stray &");
  return faults;
};

describe("picture", () => {
  it("is well-formed and says in words what it shows", () => {
    const svg = picture(made());
    expect(faultsOfXml(svg)).toEqual([]);
    expect(svg).toContain('<title id="title">Entrain: Ann and Ben</title>');
    expect(svg).toContain(
      "Over 1:00, Ann and Ben moved in sync (score 0.80 where 0 is chance and 1 perfect; p = 0.003).",
    );
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|href|url\(/);
  });

  it("lets no name become markup", () => {
    const svg = picture(
      made({ members: [member(`</text><script>alert("1")</script>&amp;`), member("a\u0000\u000b\ud800'b")] }),
    );
    expect(faultsOfXml(svg)).toEqual([]);
    expect(svg).not.toContain("<script");
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b]/);
    expect(svg).toContain("a&#39;b");
  });

  it.each([
    [
      "nothing to draw",
      made({
        durationS: 0,
        windows: [],
        trace: [],
        verdict: "withheld",
        reason: "no signal",
        score: null,
        chance: null,
        p: null,
      }),
    ],
    ["thirty members", made({ members: Array.from({ length: 30 }, (_, k) => member(`person ${String(k)}`)) })],
    ["a day", made({ durationS: 86400, trace: trace(86400) })],
    ["one long name", made({ members: [member("n".repeat(400)), member("名前".repeat(40))] })],
  ])("draws %s", (_, score) => {
    const svg = picture(score);
    expect(faultsOfXml(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.length).toBeLessThan(200_000);
  });
});

describe("relativePhaseCycles", () => {
  it("is the phase against the others, within half a cycle", () => {
    expect(relativePhaseCycles([Math.PI / 2, 0], 0)).toBeCloseTo(0.25);
    expect(relativePhaseCycles([3, -3], 1)).toBeCloseTo((2 * Math.PI - 6) / (2 * Math.PI));
    expect(relativePhaseCycles([1, 0.2, -0.2], 0)).toBeCloseTo(1 / (2 * Math.PI));
  });

  it("is none without an own phase, without others, and where the others cancel out", () => {
    expect(relativePhaseCycles([null, 1], 0)).toBeNull();
    expect(relativePhaseCycles([1, null], 0)).toBeNull();
    expect(relativePhaseCycles([1, 0, Math.PI], 0)).toBeNull();
  });
});

it("unrelatedOrder is the mean resultant of random phases", () => {
  // A quasi-random sample of two and three phases.
  const mean = (n: number): number => {
    let sum = 0;
    const draws = 40_000;
    for (let i = 1; i <= draws; i++) {
      const phases = [0, Math.SQRT2, Math.sqrt(3)].slice(0, n).map((step) => 2 * Math.PI * i * step);
      sum += Math.hypot(...[Math.cos, Math.sin].map((f) => phases.reduce((total, phase) => total + f(phase), 0))) / n;
    }
    return sum / draws;
  };
  expect(unrelatedOrder(2)).toBeCloseTo(mean(2), 3);
  expect(unrelatedOrder(3)).toBeCloseTo(mean(3), 3);
  expect(unrelatedOrder(30)).toBeCloseTo(0.162, 3);
});

it("ticksOf are whole steps with room for their numbers", () => {
  expect(ticksOf(40)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40]);
  expect(ticksOf(194)[1]).toBe(15);
  expect(ticksOf(86400).length).toBeLessThan(14);
  expect(ticksOf(0)).toEqual([0]);
});

it("cut and wrapped keep text within its letters", () => {
  expect(cut("short", 5)).toBe("short");
  expect(cut("longer", 5)).toBe("long…");
  expect(cut("名前名前", 5)).toBe("名…");
  expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
});

describe("the dyads", () => {
  const names = ["Ann", "Ben", "Cem"];
  const withheld = { verdict: "withheld", score: null, p: null, q: null, beyondChance: false, leadS: null } as const;
  const of = (...pairs: ScoredDyad[]): string => picture(made({ members: names.map(member), dyads: dyadsOf(pairs) }));

  it("a dyad beyond chance is framed and has its score; a withheld one is hatched and has no colour", () => {
    const svg = of(
      dyad(),
      dyad({ b: "Cem", ...withheld, reason: "resting" }),
      dyad({ a: "Ben", b: "Cem", ...withheld }),
    );
    expect(faultsOfXml(svg)).toEqual([]);
    expect(svg).toContain("Ann and Ben: in sync, score 0.80, p = 0.003");
    expect(svg).toContain("Ann and Cem: withheld, resting");
    // Once in the matrix, once in the key.
    expect(svg.split(`fill="${scoreColour(0.8)}"`)).toHaveLength(3);
    expect(svg).toContain("1 of 3 beyond chance");
  });

  it("where nobody is beyond chance, nobody is said to lead", () => {
    const svg = of(...names.map(() => dyad(withheld)));
    expect(svg).toContain("nobody is said to lead or to follow");
    expect(svg).not.toContain("← earlier");
  });

  it("says a ratio of tempi only where the two hold it", () => {
    expect(of(dyad({ order: [2, 1] }), dyad(withheld), dyad(withheld))).toContain(">2:1</text>");
    const apart = dyad({ order: [2, 1], beyondChance: false });
    expect(of(apart, dyad(withheld), dyad(withheld))).not.toContain(">2:1</text>");
  });

  it("draws a hundred members", () => {
    const many = Array.from({ length: 100 }, (_, k) => member(`m${String(k)}`));
    const svg = picture(made({ members: many, dyads: dyadsOf(Array.from({ length: 4950 }, () => dyad(withheld))) }));
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("lead positions", () => {
  it("agree with leads that fit each other, and centre each cluster", () => {
    const edges = [
      { i: 0, j: 1, leadS: 0.05 },
      { i: 1, j: 2, leadS: 0.03 },
      { i: 0, j: 2, leadS: 0.08 },
      { i: 4, j: 5, leadS: -0.02 },
    ];
    const clusters = clustersOf(6, edges);
    expect(clusters).toEqual([
      [0, 1, 2],
      [4, 5],
    ]);
    const [first, second] = clusters.map((cluster) => leadPositions(cluster, edges));
    expect((first?.get(0) ?? 0) - (first?.get(1) ?? 0)).toBeCloseTo(0.05, 6);
    expect((first?.get(1) ?? 0) - (first?.get(2) ?? 0)).toBeCloseTo(0.03, 6);
    expect([...(first?.values() ?? [])].reduce((sum, s) => sum + s, 0)).toBeCloseTo(0, 9);
    expect(second?.get(5)).toBeCloseTo(0.01, 6);
  });
});

it("colours of scores darken all the way, also in grey", () => {
  const grey = [0, 0.25, 0.5, 0.75, 1].map((score) => {
    const rgb = Number.parseInt(scoreColour(score).slice(1), 16);
    const [r, g, b] = [(rgb >> 16) / 255, ((rgb >> 8) & 255) / 255, (rgb & 255) / 255];
    return Math.cbrt(0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2);
  });
  for (const [k, value] of grey.slice(1).entries()) expect((grey[k] ?? 0) - value).toBeGreaterThan(0.08);
  expect(scoreColour(-0.4)).toBe(scoreColour(0));
});
