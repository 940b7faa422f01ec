// `npm run soak [-- --hours H] [--minutes M] [--bands N] [--seed S]`: sessions of M virtual minutes, one after the other, until
// H virtual hours have passed; something goes wrong every few seconds. Ends with 1 where anything was not as it should be.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { soakSession } from "./soak-session.ts";

const { values } = parseArgs({
  options: {
    hours: { type: "string", default: "24" },
    minutes: { type: "string", default: "30" },
    bands: { type: "string", default: "30" },
    seed: { type: "string", default: "20261123" },
  },
});
const [hours, minutes, bands, seed] = [values.hours, values.minutes, values.bands, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
if (!(hours > 0) || !(minutes >= 1) || !(bands >= 1 && bands <= 100) || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    "expected --hours above 0, --minutes from 1, --bands from 1 to 100 and --seed as a whole number\n",
  );
  process.exit(1);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
let rejected = 0;
process.on("unhandledRejection", (reason) => {
  rejected++;
  say(`unhandled rejection: ${String(reason)}`);
});

const dir = mkdtempSync(join(tmpdir(), "entrain-soak-"));
const counts = new Map<string, number>();
let [faults, pulses, longest, doneS] = [0, 0, 0, 0];
const begunMs = performance.now();
try {
  for (let k = 0; doneS < 3600 * hours; k++) {
    const soaked = await soakSession({ bands, seed: seed + k, minutes, file: join(dir, `${String(k)}.mcap`) });
    rmSync(join(dir, `${String(k)}.mcap`));
    for (const [name, count] of soaked.strikes) counts.set(name, (counts.get(name) ?? 0) + count);
    for (const fault of soaked.faults.slice(0, 20)) say(`session ${String(k)}, seed ${String(seed + k)}: ${fault}`);
    faults += soaked.faults.length;
    pulses += soaked.pulses;
    longest = Math.max(longest, soaked.longestPulseMillis);
    doneS += minutes * 60;
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    say(
      `session ${String(k)}: ${soaked.fileS.toFixed(0)} s in its file, ${String(soaked.pulses)} pulses, ${String(soaked.faults.length)} faults; heap ${(heapUsed / 2 ** 20).toFixed(1)} MB, RSS ${(rss / 2 ** 20).toFixed(0)} MB`,
    );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
say([...counts].map(([name, count]) => `${name} ${String(count)}`).join(", "));
const speed = (1000 * doneS) / (performance.now() - begunMs);
say(
  `${(doneS / 3600).toFixed(1)} hours of ${String(bands)} bands, seed ${String(seed)}, ${speed.toFixed(1)} × real time: ${String(pulses)} pulses, longest ${longest.toFixed(1)} ms; ${String(faults)} faults, ${String(rejected)} unhandled rejections`,
);
process.exit(faults + rejected > 0 ? 1 : 0);
