/**
 * Live groups: time to the first verdict, share of time decided, and how long it took against how long was said.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/verdicts.ts [runs] [seed] [only]
 */
import { mulberry32 } from "../src/index.ts";
import { at, correctingBeats, mover, normals, ownBeats, pacedBeats, scorerFor } from "../test/people.ts";
import { quantile } from "./rates.ts";

const runs = Number(process.argv[2] ?? 20);
const random = mulberry32(Number(process.argv[3] ?? 91));
const normal = normals(random);
const only = process.argv[4] ?? "";

interface Second {
  readonly s: number;
  readonly verdict: string;
  readonly saidS: number | undefined;
}

/** One session, looked at once a second. */
const session = (beats: readonly (readonly number[])[], seconds: number, seed: number): Second[] => {
  const people = beats.map((b) => mover(b, seconds, normal));
  const scorer = scorerFor(people.length, { historyS: 300, seed });
  const seen: Second[] = [];
  for (let frame = 0; frame < seconds * 25; frame++) {
    people.forEach(({ tMicros, accelG }, k) => {
      scorer.pushSamples(k, tMicros.subarray(2 * frame, 2 * frame + 2), accelG.subarray(6 * frame, 6 * frame + 6), 2);
    });
    scorer.advance(at(frame / 25));
    if (frame % 25 !== 0) continue;
    const { verdict, secondsUntilVerdict } = scorer.reading().group;
    seen.push({ s: frame / 25, verdict, saidS: secondsUntilVerdict });
  }
  return seen;
};

const isDecided = ({ verdict }: Second): boolean => verdict === "in-sync" || verdict === "not-in-sync";

const measure = (name: string, seconds: number, beats: () => readonly (readonly number[])[]): void => {
  if (!name.includes(only)) return;
  const first: number[] = [];
  const ratios: number[] = [];
  const share = { "in-sync": 0, "not-in-sync": 0 };
  let changed = 0;
  for (let run = 0; run < runs; run++) {
    const seen = session(beats(), seconds, run);
    const decided = seen.find(isDecided);
    first.push(decided?.s ?? Infinity);
    for (const one of seen) {
      if (one.verdict === "in-sync" || one.verdict === "not-in-sync") share[one.verdict] += 1 / (seen.length * runs);
      // What was said in the last three seconds before it came is no forecast.
      if (one.saidS !== undefined && decided !== undefined && decided.s - one.s >= 3)
        ratios.push((decided.s - one.s) / one.saidS);
    }
    if (
      decided !== undefined &&
      seen.some((one) => isDecided(one) && one.s > decided.s && one.verdict !== decided.verdict)
    )
      changed++;
  }
  const round = (value: number): string => String(Math.round(100 * value) / 100);
  process.stdout.write(
    `| ${name} | ${round(quantile(first, 0.5))} s, ${round(quantile(first, 0.9))} s | ${round(100 * share["in-sync"])} % | ${round(100 * share["not-in-sync"])} % | ${round(quantile(ratios, 0.5))} (${round(quantile(ratios, 0.25))}–${round(quantile(ratios, 0.75))}) | ${String(changed)}/${String(runs)} |\n`,
  );
};

const strangers = (members: number, tempoHz: number, seconds: number) => (): number[][] =>
  Array.from({ length: members }, () => ownBeats(tempoHz * (1 + 0.1 * (2 * random() - 1)), seconds, random, normal));
const paced = (tempoHz: number, seconds: number) => (): number[][] =>
  Array.from({ length: 6 }, () => pacedBeats(tempoHz, seconds, -0.04, normal));

process.stdout.write(
  "| group | first verdict, median and 90 % | in-sync | not-in-sync | actual ÷ said | changed |\n|---|---|---|---|---|---|\n",
);
for (const [family, tempoHz, seconds] of [
  ["sway .5 Hz", 0.5, 120],
  ["walk .9 Hz", 0.9, 90],
  ["drum 1.7 Hz", 1.7, 90],
  ["breath .1 Hz", 0.1, 400],
] as const) {
  measure(`pair, ${family}`, seconds, () => correctingBeats(tempoHz, seconds, normal));
  measure(`6 with a pacer, ${family}`, seconds, paced(tempoHz, seconds));
  measure(`2 strangers ± 10 %, ${family}`, seconds, strangers(2, tempoHz, seconds));
  measure(`6 strangers ± 10 %, ${family}`, seconds, strangers(6, tempoHz, seconds));
}
