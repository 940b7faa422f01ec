// Kills hosts at random moments and looks at what their files hold:
// node --conditions=@entrain/source --import tsx tests/soak/kill.ts [COUNT] [SEED]. One in twenty is the real host.
import { mulberry32 } from "@entrain/synchrony";
import { killHost, killSimulated, type Killed } from "./kill-runs.ts";

const [count = 200, seed = 20_260_301] = process.argv.slice(2).map(Number);
const REAL_HOSTS_EVERY = 20;
const REPLAYS_EVERY = 10;
const random = mulberry32(seed);
const killed: Killed[] = [];
for (let k = 0; k < count; k++) {
  const replays = k % REPLAYS_EVERY === 0;
  const run =
    k % REAL_HOSTS_EVERY === 1
      ? killHost(k, 8_000 * random(), replays)
      : killSimulated(k, 4_000 * random(), { replays });
  const one = await run;
  killed.push(one);
  if (k % REAL_HOSTS_EVERY === 0) process.stderr.write(`${String(k)} of ${String(count)}\n`);
  for (const fault of one.faults) process.stdout.write(`kill ${String(k)}: ${fault}\n`);
}
const worst = Math.max(...killed.map(({ lostS }) => lostS));
const longest = Math.max(...killed.map(({ lengthS }) => lengthS));
const faulty = killed.filter(({ faults }) => faults.length > 0).length;
process.stdout.write(
  `${String(count)} kills, seed ${String(seed)}: ${String(faulty)} faulty files; lost at most ${worst.toFixed(3)} s of sessions up to ${longest.toFixed(0)} s\n`,
);
process.exitCode = faulty > 0 ? 1 : 0;
