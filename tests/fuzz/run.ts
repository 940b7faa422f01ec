// `npm run fuzz [-- --bytes N] [--seed N]`: throws bytes at everything that reads bytes, 10⁹ unless asked otherwise, and
// prints what came of it. Ends with 1 where anything was believed.
import { parseArgs } from "node:util";
import { Coverage } from "./coverage.ts";
import { runTarget } from "./run-target.ts";
import { allTargets } from "./targets/index.ts";

const { values } = parseArgs({
  options: { bytes: { type: "string", default: "1e9" }, seed: { type: "string", default: "20261123" } },
});
const bytes = Number(values.bytes);
const seed = Number(values.seed);
if (!(bytes > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    `expected --bytes above 0 and --seed as a whole number, found ${values.bytes}, ${values.seed}\n`,
  );
  process.exit(1);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const coverage = await Coverage.start(/sdk\/pacing\//);
let total = 0;
let believed = 0;
say("| what | bytes | rounds | faults | longest round | what holds |\n| --- | --- | --- | --- | --- | --- |");
for (const target of allTargets(coverage)) {
  const figures = await runTarget(target, target.share * bytes, seed);
  total += figures.bytes;
  believed += figures.faults.length;
  const cells = [figures.bytes.toExponential(2), String(figures.rounds), String(figures.faults.length)];
  say(`| ${figures.name} | ${cells.join(" | ")} | ${figures.longestMs.toFixed(0)} ms | ${figures.holds} |`);
  for (const fault of figures.faults.slice(0, 20)) say(`  ${fault}`);
}
await coverage.grew();
coverage.stop();
const memoryMb = process.resourceUsage().maxRSS / 1024;
say(
  `${total.toExponential(2)} bytes, seed ${String(seed)}: ${String(believed)} faults; ${String(coverage.size)} pieces of the pacing rooms reached; most memory ${memoryMb.toFixed(0)} MB`,
);
process.exit(believed > 0 ? 1 : 0);
