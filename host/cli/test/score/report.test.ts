import { expect, it } from "vitest";
import { reportText } from "../../src/score/report.ts";
import type { ScoreResult } from "../../src/score/result.ts";
import { clockText } from "../../src/score/text.ts";
import { verdictSentence } from "../../src/score/words.ts";

/** What a window tells beyond its verdict and numbers. */
const BESIDES = { statistic: null, coverage: 1, moreS: null, states: [] };

const RESULT: ScoreResult = {
  verdict: "in-sync",
  reason: "",
  score: 0.8,
  chance: 0.1,
  p: 0.0025,
  strangerTempoSpread: 0.03,
  windowS: 30,
  durationS: 61.2,
  windows: [
    { ...BESIDES, startS: 0, endS: 30, verdict: "not-in-sync", score: -0.001, chance: 0.1, p: 0.5 },
    { ...BESIDES, startS: 30, endS: 60, verdict: "withheld", reason: "resting", score: null, chance: null, p: null },
  ],
  members: [
    { name: "Ann", samples: 3100, rateHz: 50, states: { still: 0, acquiring: 0.1, ok: 0.9, dropout: 0 } },
    { name: "Benedikt", samples: 61, rateHz: 9.97, states: { still: 0.25, acquiring: 0, ok: 0.5, dropout: 0.25 } },
  ],
  dyads: { falseDiscoveryRate: 0.05, tested: 0, beyondChance: 0, pairs: [] },
  estimator: "test/1",
};

it("is two tables and a sentence", () => {
  expect(reportText(RESULT)).toBe(`window     verdict      score  chance      p
0:00–0:30  not in sync   0.00    0.10  0.500
0:30–1:00  withheld         –       –      –  resting

member    samples     rate  moving  finding the rhythm  resting  no signal
Ann          3100  50.0 Hz    90 %                10 %      0 %        0 %
Benedikt       61  10.0 Hz    50 %                 0 %     25 %       25 %

Score: 0 is what chance gives, 1 is perfect agreement. Chance: how alike unrelated movement of this kind looks.
Over 1:01, Ann and Benedikt moved in sync (score 0.80 where 0 is chance and 1 perfect; p = 0.003).
`);
});

it.each([
  [
    { verdict: "undecided", reason: "too early, about 20 s more" },
    "Over 1:01, whether Ann and Benedikt moved in sync stays undecided: too early, about 20 s more.",
  ],
  [{ verdict: "withheld", reason: "resting" }, "Over 1:01, no score is given for Ann and Benedikt: resting."],
  [
    { verdict: "not-in-sync", p: 0.0001 },
    "Over 1:01, Ann and Benedikt were not in sync (score 0.80 where 0 is chance and 1 perfect; p < 0.001).",
  ],
] as const)("says %j in a sentence", (changes, sentence) => {
  expect(verdictSentence({ ...RESULT, ...changes })).toBe(sentence);
});

const FOUR = ["Ann", "Ben", "Cleo", "Dan"];
const [someone] = RESULT.members;

/** A group of whom these pairs are beyond chance. */
const groupOf = (names: readonly string[], pairs: readonly string[], verdict: ScoreResult["verdict"]): ScoreResult => ({
  ...RESULT,
  verdict,
  reason: verdict === "undecided" ? "too short to tell" : "",
  members: names.flatMap((name) => (someone === undefined ? [] : [{ ...someone, name }])),
  dyads: {
    ...RESULT.dyads,
    pairs: names.flatMap((a, k) =>
      names.slice(k + 1).map((b) => ({
        ...{ a, b, verdict: "undecided" as const, score: null, chance: null, p: null, q: null, leadS: null },
        ...{
          order: null,
          plv: null,
          envelope: null,
          partial: null,
          partialP: null,
          residualR: null,
          residualP: null,
          residualLeadS: null,
        },
        beyondChance: pairs.includes(`${a}-${b}`),
      })),
    ),
  },
});

const SCORE = "0.80 where 0 is chance and 1 perfect; p = 0.003";

it.each([
  [["Ann-Ben", "Ben-Cleo", "Cleo-Dan"], "in-sync", `these 4 members moved in sync (score ${SCORE})`],
  [
    ["Ann-Cleo"],
    "in-sync",
    `of these 4 members Ann and Cleo moved in sync; of the other 2 it is not shown (score of all ${SCORE})`,
  ],
  [
    ["Ben-Cleo", "Cleo-Dan"],
    "in-sync",
    `of these 4 members Ben, Cleo and Dan moved in sync; of the other one it is not shown (score of all ${SCORE})`,
  ],
  [
    ["Ann-Dan", "Ben-Cleo"],
    "in-sync",
    `of these 4 members Ann and Dan moved in sync, and so did, apart from them, Ben and Cleo (score of all ${SCORE})`,
  ],
  [[], "in-sync", `these 4 members moved in sync as a group (score ${SCORE}); of no two of them alone is it sure`],
  [["Ben-Dan"], "not-in-sync", `these 4 members were not in sync (score ${SCORE}); Ben and Dan were`],
  [
    ["Ben-Dan"],
    "undecided",
    "whether these 4 members moved in sync stays undecided: too short to tell; Ben and Dan did",
  ],
] as const)("of four with %j beyond chance, %s, says who", (pairs, verdict, sentence) => {
  expect(verdictSentence(groupOf(FOUR, pairs, verdict))).toBe(`Over 1:01, ${sentence}.`);
});

it("counts companies that are too large or too many to be named", () => {
  const names = Array.from({ length: 10 }, (_, k) => `P${String(k)}`);
  const sentence = verdictSentence(groupOf(names, ["P0-P1", "P1-P2", "P2-P3", "P4-P5", "P6-P7"], "in-sync"));
  expect(sentence).toContain(
    "of these 10 members 4 moved in sync, and so did, apart from them, 2 smaller groups, each for itself;",
  );
});

it.each([
  [0, "0:00"],
  [90, "1:30"],
  [59.96, "1:00"],
  [7.5, "0:07.5"],
  [3725, "1:02:05"],
])("clockText(%d) is %s", (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
