// `npm run bench`: measures, prints a table, and writes docs/BENCH.md. Needs the built firmware (`npm run build`).
import { benchBundles } from "./bundle.ts";
import { benchClocks } from "./clocks.ts";
import { benchCodec } from "./codec.ts";
import { benchDemoStart } from "./demo-start.ts";
import { measureInterpreter } from "./interpreter/section.ts";
import { benchMemory } from "./memory.ts";
import { benchMirror } from "./mirror.ts";
import { benchRecording } from "./recording.ts";
import { benchOffline } from "./offline.ts";
import { provenance, writeReport } from "./report.ts";
import type { Row } from "./row.ts";
import { benchScoring } from "./scoring.ts";
import { benchSimulator } from "./simulator.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const stages: readonly (() => readonly Row[] | Promise<readonly Row[]>)[] = [
  benchBundles,
  benchCodec,
  benchScoring,
  benchOffline,
  benchClocks,
  benchSimulator,
  benchMirror,
  benchDemoStart,
  benchMemory,
  benchRecording,
];

say(provenance());
const rows: Row[] = [];
for (const stage of stages)
  for (const row of await stage()) {
    rows.push(row);
    say(`${row.what}: ${row.value}${row.target === undefined ? "" : ` (target ${row.target})`}`);
  }
// Whatever becomes of the interpreter's part, this stands.
writeReport(rows, undefined);
const interpreter = await measureInterpreter(process.env["ESPRUINO_BIN"], process.env["ESPRUINO_SMALL_BIN"]);
if ("text" in interpreter) {
  say(interpreter.text);
  writeReport(rows, interpreter.text);
} else for (const what of ["variables", "instructions"]) say(`${what}: not measured here: ${interpreter.absent}`);
process.exit(0);
