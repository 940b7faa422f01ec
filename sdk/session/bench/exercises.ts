import { envelopeUse, ExerciseRoom, SHIPPED } from "../test/exercise-room.ts";

/**
 * Every shipped exercise at its full length on simulated bands: how long it took, and how much of the safety envelope its
 * motors used (1 is the limit). `node --conditions=@entrain/source --import tsx sdk/session/bench/exercises.ts [name …]`
 */
const asked = process.argv.slice(2);
process.stdout.write("exercise              seconds  envelope  withheld\n");
for (const { name, people } of SHIPPED) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const room = new ExerciseRoom(SHIPPED, Math.max(2, people?.least ?? 2));
  await room.connect();
  const seconds = await room.play(name);
  await room.pass(6);
  const use = Math.max(...room.bands.map(envelopeUse));
  process.stdout.write(
    `${name.padEnd(22)}${seconds.toFixed(0).padStart(6)}  ${use.toFixed(2).padStart(8)}  ${String(room.withheld).padStart(8)}\n`,
  );
  await room.close();
}
