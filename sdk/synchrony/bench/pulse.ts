/**
 * One person and the pulse, live: how many are said to be with it, and how many not, after how long; prints Markdown.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/pulse.ts [runs] [seed]
 */
import { mulberry32 } from "../src/index.ts";
import { at, mover, normals, ownBeats, pacedBeats, scorerFor } from "../test/people.ts";
import { shareText } from "./rates.ts";

const runs = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? 3);
const random = mulberry32(seed);
const normal = normals(random);
const LOOKS_S = [40, 70, 130] as const;
const SECONDS = 132;

/** @returns what is said at each look */
const session = (beats: readonly number[], tempoHz: number, run: number): (boolean | undefined)[] => {
  const { tMicros, accelG } = mover(beats, SECONDS, normal);
  const scorer = scorerFor(1, { historyS: 300, seed: run });
  scorer.setPacer((t) => ((t - at(0)) / 1e6) * tempoHz);
  const said: (boolean | undefined)[] = [];
  for (let s = 0; s < SECONDS; s++) {
    scorer.pushSamples(0, tMicros.subarray(50 * s, 50 * s + 50), accelG.subarray(150 * s, 150 * s + 150), 50);
    scorer.advance(at(s + 1));
    if (LOOKS_S.some((look) => look === s + 1)) said.push(scorer.reading().members[0]?.withPacer);
  }
  return said;
};

const measure = (name: string, tempoHz: number, beats: () => readonly number[]): void => {
  const said = Array.from({ length: runs }, (_, run) => session(beats(), tempoHz, run));
  LOOKS_S.forEach((look, k) => {
    const share = (value: boolean): string => shareText(said.filter((one) => one[k] === value).length, runs);
    process.stdout.write(
      `| ${name} | ${String(tempoHz)} Hz | ${String(look)} s | ${share(true)} | ${share(false)} |\n`,
    );
  });
};

process.stdout.write(
  `seed ${String(seed)}\n| person | pulse | after | with it | not with it |\n|---|---|---|---|---|\n`,
);
for (const tempoHz of [0.5, 1, 1.7]) {
  measure("follows", tempoHz, () => pacedBeats(tempoHz, SECONDS, -0.04 + 0.03 * normal(), normal));
  for (const spread of [0.1, 0.02])
    measure(`own tempo within ± ${String(100 * spread)} %`, tempoHz, () =>
      ownBeats(tempoHz * (1 + spread * (2 * random() - 1)), SECONDS, random, normal),
    );
}
