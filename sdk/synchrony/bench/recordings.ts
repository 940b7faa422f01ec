/**
 * Windows of two walkers at their own pace that are called in sync, by placement and length; prints Markdown.
 * Run: node --conditions=@entrain/source --import tsx sdk/synchrony/bench/recordings.ts [step in seconds]
 */
import { at, recorded } from "../test/people.ts";
import { missing, walkers } from "../test/real-people.ts";
import { shareText } from "./rates.ts";

const stepS = Number(process.argv[2] ?? 3);
const PLACEMENTS = ["hand", "frontpocket"];
const LENGTHS_S = [10, 15, 20, 30, 60, 120];

if (missing !== "") process.stdout.write(`nothing measured${missing}\n`);
for (const placement of missing === "" ? PLACEMENTS : []) {
  const { people, seconds } = walkers(placement);
  const scorer = recorded(people, seconds);
  let [all, allCalled] = [0, 0];
  for (const windowS of LENGTHS_S) {
    let [windows, called] = [0, 0];
    for (let from = 0; from + windowS <= seconds; from += stepS) {
      windows++;
      if (scorer.scoreWindow(at(from), at(from + windowS), { shifts: 199 }).verdict === "in-sync") called++;
    }
    process.stdout.write(`| ${placement} | ${String(windowS)} s | ${shareText(called, windows)} |\n`);
    all += windows;
    allCalled += called;
  }
  process.stdout.write(`| ${placement} | all | ${shareText(allCalled, all)} |\n`);
}
