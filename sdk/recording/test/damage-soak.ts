// Damages session files at random and reads them:
// node --conditions=@entrain/source --import tsx sdk/recording/test/damage-soak.ts [COUNT] [SEED]
import { damageRun } from "./damage.ts";
import { entriesFor, fileOf } from "./sessions.ts";

const [count = 10_000, seed = 20_260_301] = process.argv.slice(2).map(Number);
const { files, faults } = await damageRun(fileOf(entriesFor(4)), count, seed);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${String(files)} damaged files, seed ${String(seed)}: ${String(faults.length)} believed wrongly or silently\n`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
