/**
 * Joint p of the whole way from samples to verdict, without coupling: shares of windows at or below a level, which a valid p
 * keeps below it, and the distance from uniform. Prints Markdown.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/calibration.ts [runs] [seed]
 */
import { mulberry32 } from "../src/index.ts";
import { disturbed, type Disturbance } from "../test/disturbed.ts";
import { ksDistance } from "../test/ks.ts";
import { at, mover, normals, ownBeats, recorded } from "../test/people.ts";
import { shareText } from "./rates.ts";

const runs = Number(process.argv[2] ?? 150);
const random = mulberry32(Number(process.argv[3] ?? 61));
const normal = normals(random);
const SECONDS = 45;

const measure = (members: number, tempoHz: number, spread: number, kind: Disturbance): void => {
  const joint: number[] = [];
  for (let run = 0; run < runs; run++) {
    const people = Array.from({ length: members }, () =>
      mover(ownBeats(tempoHz * (1 + spread * (2 * random() - 1)), SECONDS, random, normal), SECONDS, normal),
    ).map((samples) => disturbed(samples, kind, random));
    const { p } = recorded(people, SECONDS, { seed: run }).scoreWindow(at(8), at(38), { shifts: 199 });
    if (p !== undefined) joint.push(p);
  }
  const atMost = (level: number): string => shareText(joint.filter((p) => p <= level).length, joint.length);
  const name = `${String(members)} strangers ± ${String(100 * spread)} %, ${String(tempoHz)} Hz, ${kind}`;
  process.stdout.write(
    `| ${name} | ${atMost(0.05)} | ${atMost(0.2)} | ${atMost(0.5)} | ${ksDistance(joint).toFixed(2)} |\n`,
  );
};

process.stdout.write("| case, 30 s | p ≤ .05 | p ≤ .2 | p ≤ .5 | distance |\n|---|---|---|---|---|\n");
for (const [members, tempoHz, spread, kind] of [
  [2, 0.5, 0.03, "none"],
  [2, 1.7, 0.03, "none"],
  [2, 1.7, 0.1, "none"],
  [2, 1.7, 0.03, "dropout"],
  [2, 1.7, 0.03, "clock jumps"],
  [2, 1.7, 0.03, "skew"],
  [6, 1.7, 0.03, "none"],
] as const)
  measure(members, tempoHz, spread, kind);
