/**
 * False and true discoveries among dyads. Groups of six strangers, and groups in which three follow one beat and three go
 * their own way, scored over 30 and 60 s.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/dyads.ts [groups] [seed]
 */
import { mulberry32 } from "../src/index.ts";
import { at, mover, normals, ownBeats, pacedBeats, recorded } from "../test/people.ts";

const groups = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? 5);
const SECONDS = 75;
const random = mulberry32(seed);
const normal = normals(random);

interface Tally {
  called: number;
  falsely: number;
  anyFalse: number;
  possible: number;
  inSync: number;
}

const run = (tempoHz: number, spread: number, together: number, windowS: number): Tally => {
  const tally: Tally = { called: 0, falsely: 0, anyFalse: 0, possible: 0, inSync: 0 };
  for (let group = 0; group < groups; group++) {
    const people = Array.from({ length: 6 }, (_, k) =>
      k < together
        ? mover(pacedBeats(tempoHz, SECONDS, 0.02 * normal(), normal), SECONDS, normal)
        : mover(ownBeats(tempoHz * (1 + spread * (2 * random() - 1)), SECONDS, random, normal), SECONDS, normal),
    );
    const scorer = recorded(people, SECONDS, { seed: group });
    const { pairs } = scorer.scoreDyads(at(8), at(8 + windowS), { shifts: 199 });
    const falsely = pairs.filter((p) => p.beyondChance && p.j >= together).length;
    tally.called += pairs.filter((p) => p.beyondChance).length;
    tally.inSync += pairs.filter((p) => p.verdict === "in-sync").length;
    tally.falsely += falsely;
    tally.anyFalse += Number(falsely > 0);
    tally.possible += (together * (together - 1)) / 2;
  }
  return tally;
};

for (const [tempoHz, spread, together, windowS] of [
  [1.7, 0.1, 0, 30],
  [1.7, 0.1, 0, 60],
  [1.7, 0.03, 0, 30],
  [1.7, 0.1, 3, 30],
  [1.7, 0.1, 3, 60],
  [1.7, 0.1, 6, 30],
] as const) {
  const tally = run(tempoHz, spread, together, windowS);
  process.stdout.write(`${JSON.stringify({ tempoHz, spread, together, windowS, groups, seed, ...tally })}\n`);
}
