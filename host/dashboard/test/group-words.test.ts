import { expect, test } from "vitest";
import { evidenceWords, groupWords } from "../src/words/group-words.ts";
import { scoreBar } from "../src/score-bar.ts";

const score = { value: 0.75, chance: 0.2, p: 0.025, windowS: 30, delayMicros: 0, coverage: 1 };

test("each verdict has its plain words", () => {
  expect(groupWords({ verdict: "in-sync", score }, false)).toEqual({
    headline: "Moving together",
    detail: "with each other: 75 of 100",
  });
  expect(groupWords({ verdict: "not-in-sync" }, false).headline).toBe("Each in their own rhythm");
  expect(groupWords({ verdict: "undecided", secondsUntilVerdict: 60 }, false)).toEqual({
    headline: "Too early",
    detail: "about 60 s more",
  });
  expect(groupWords({ verdict: "undecided", reasonCode: "partly-together" }, false).detail).toBe("partly together");
  expect(groupWords({ verdict: "withheld", reasonCode: "no-signal" }, false).detail).toBe("withheld: no signal");
  expect(groupWords({ verdict: "withheld", reasonCode: "too-few-moving" }, false)).toEqual({
    headline: "Resting",
    detail: "withheld: fewer than two people are moving",
  });
});

test("while a pulse plays, being together is by way of it", () => {
  expect(groupWords({ verdict: "in-sync", score }, true).detail).toBe("with the pulse: 75 of 100");
});

test("a score below chance is shown as chance", () => {
  expect(groupWords({ verdict: "not-in-sync", score: { ...score, value: -0.4 } }, false).detail).toMatch(/: 0 of 100$/);
});

test("what a score rests on", () => {
  expect(evidenceWords({ verdict: "in-sync", score })).toBe("over the last 30 s, p\u00a0=\u00a00.025");
  expect(evidenceWords({ verdict: "in-sync" })).toBeUndefined();
});

test("the bar turns the score back to what was observed", () => {
  const observed = 0.9;
  const value = (observed - score.chance) / (1 - score.chance);
  const bar = scoreBar({ ...score, value });
  expect(bar.floor).toBe(score.chance);
  expect(bar.reached).toBeCloseTo(observed, 12);
});

test.each([-1, -0.3, 0, 1])("the bar stays on its track, and never below chance: %d", (value) => {
  for (const chance of [-0.2, 0, 0.5, 0.89]) {
    const { floor, reached } = scoreBar({ ...score, value, chance });
    expect(floor).toBeGreaterThanOrEqual(0);
    expect(reached).toBeGreaterThanOrEqual(floor);
    expect(reached).toBeLessThanOrEqual(1);
  }
});
