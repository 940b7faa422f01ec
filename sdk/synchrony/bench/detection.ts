/**
 * Detection and false alarms of recordings' windows, all rows from this revision; prints Markdown.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/detection.ts [runs] [seed] [only]
 */
import { mulberry32, type Verdict } from "../src/index.ts";
import { disturbed, type Disturbance } from "../test/disturbed.ts";
import { at, correctingBeats, mover, normals, ownBeats, pacedBeats, recorded } from "../test/people.ts";
import { shareText } from "./rates.ts";

const runs = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? 20_261_123);
const only = process.argv[4] ?? "";
const random = mulberry32(seed);
const normal = normals(random);

interface Case {
  readonly name: string;
  readonly beats: (seconds: number) => readonly (readonly number[])[];
  readonly windowS: number;
  readonly windows: number;
  /** Before the first window, s. */
  readonly leadS?: number;
  readonly disturbance?: Disturbance;
}

const NOISES = [
  { noise: 0.01, drift: 0.005 },
  { noise: 0.03, drift: 0.015 },
  { noise: 0.05, drift: 0.03 },
];

const strangers = (members: number, tempoHz: number, spread: number) => (seconds: number) =>
  Array.from({ length: members }, () => {
    const opts = NOISES[Math.floor(random() * NOISES.length)] ?? {};
    return ownBeats(tempoHz * (1 + spread * (2 * random() - 1)), seconds, random, normal, opts);
  });

const paced = (members: number, tempoHz: number) => (seconds: number) =>
  Array.from({ length: members }, () => pacedBeats(tempoHz, seconds, -0.04 + 0.03 * normal(), normal));

const pair =
  (tempoHz: number, opts = {}) =>
  (seconds: number) =>
    correctingBeats(tempoHz, seconds, normal, { random, ...opts });

const measure = ({ name, beats, windowS, windows, leadS = 10, disturbance = "none" }: Case): void => {
  if (!name.includes(only)) return;
  const seconds = leadS + windows * (windowS + 2) + 10 + (windowS > 100 ? 30 : 0);
  const count: Record<Verdict, number> = { "in-sync": 0, "not-in-sync": 0, undecided: 0, withheld: 0 };
  for (let run = 0; run < runs; run++) {
    const people = beats(seconds).map((b) => disturbed(mover(b, seconds, normal), disturbance, random));
    const scorer = recorded(people, seconds, { seed: run });
    for (let w = 0; w < windows; w++) {
      const from = leadS + w * (windowS + 2);
      count[scorer.scoreWindow(at(from), at(from + windowS)).verdict]++;
    }
  }
  const of = runs * windows;
  process.stdout.write(
    `| ${name} | ${String(windowS)} s | ${shareText(count["in-sync"], of)} | ${shareText(count["not-in-sync"], of)} |\n`,
  );
};

const PLAIN: readonly Case[] = [
  { name: "pair, α .25, sway .5 Hz", beats: pair(0.5), windowS: 30, windows: 2 },
  { name: "pair, α .25, sway .5 Hz", beats: pair(0.5), windowS: 120, windows: 1 },
  { name: "pair, α .25, walk .9 Hz", beats: pair(0.9), windowS: 30, windows: 2 },
  { name: "pair, α .25, drum 1.7 Hz", beats: pair(1.7), windowS: 30, windows: 2 },
  { name: "pair, α .25, breath .1 Hz", beats: pair(0.1), windowS: 300, windows: 1, leadS: 40 },
  { name: "weak pair, α .125, 5 %, .5 Hz", beats: pair(0.5, { alpha: 0.125, noise: 0.05 }), windowS: 60, windows: 1 },
  {
    name: "pair, tempi ± 3 %, motor 2 %, .5 Hz",
    beats: pair(0.5, { tempoSpread: 0.03, motor: 0.02 }),
    windowS: 30,
    windows: 2,
  },
  { name: "6 with a pacer, .5 Hz", beats: paced(6, 0.5), windowS: 30, windows: 2 },
  { name: "6 with a pacer, 1.7 Hz", beats: paced(6, 1.7), windowS: 30, windows: 2 },
];

const STRANGERS: readonly Case[] = [
  ...[0.1, 0.02].flatMap((spread) =>
    (
      [
        [0.1, 300, 1, 40],
        [0.5, 30, 3, 10],
        [0.5, 120, 1, 10],
        [1, 30, 3, 10],
        [1.7, 30, 3, 10],
        [2.5, 30, 3, 10],
      ] as const
    ).map(([tempoHz, windowS, windows, leadS]) => ({
      name: `2 strangers ± ${String(100 * spread)} %, ${String(tempoHz)} Hz`,
      beats: strangers(2, tempoHz, spread),
      windowS,
      windows,
      leadS,
    })),
  ),
  ...[3, 6, 12].map((members) => ({
    name: `${String(members)} strangers ± 10 %, .5 Hz`,
    beats: strangers(members, 0.5, 0.1),
    windowS: 30,
    windows: 2,
  })),
];

const DISTURBED = (["dropout", "clock jumps", "skew", "rates"] as const).flatMap((disturbance): readonly Case[] => [
  { name: `pair, α .25, 1.7 Hz, ${disturbance}`, beats: pair(1.7), windowS: 30, windows: 2, disturbance },
  {
    name: `2 strangers ± 10 %, 1.7 Hz, ${disturbance}`,
    beats: strangers(2, 1.7, 0.1),
    windowS: 30,
    windows: 2,
    disturbance,
  },
]);

process.stdout.write(`seed ${String(seed)}\n| case | window | in-sync | not-in-sync |\n|---|---|---|---|\n`);
for (const one of [...PLAIN, ...STRANGERS, ...DISTURBED]) measure(one);
