import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CliError } from "../../../host/cli/src/errors.ts";
import { readRecording } from "../../../host/cli/src/score/read-recording.ts";
import { readSignals } from "../../../host/cli/src/table/read-signals.ts";
import { damagedBytes } from "../damage.ts";
import { diceOf } from "../dice.ts";
import type { Target } from "../target.ts";

const FILES = 30;
const ROWS = 60;

const rows = (separator: string, newline: string): string =>
  Array.from({ length: ROWS }, (_, i) => [i / 100, Math.sin(i / 9), -1e-3 * i, 9.81].join(separator)).join(newline);
const SEEDS = [
  `time,ax,ay,az\n${rows(",", "\n")}\n`,
  `t;x;y;z\r\n${rows(";", "\r\n")}`,
  rows("\t", "\n"),
  `\uFEFFone,two\n1,2\n3,4\n`,
  `# comment\n"a ""quoted"" name","b"\n1,NaN\n,\n1e400,-0\n`,
].map((text) => new TextEncoder().encode(text));

export const tables: Target = {
  name: "tables of `entrain score` and `entrain analyse`, damaged",
  holds: "one line that says what was expected, or rows that are numbers",
  share: 0.005,
  round: async (seed) => {
    const dice = diceOf(seed);
    const dir = mkdtempSync(join(tmpdir(), "entrain-fuzz-"));
    const faults: string[] = [];
    let bytes = 0;
    try {
      for (let k = 0; k < FILES; k++) {
        const file = join(dir, "table.csv");
        const damaged = damagedBytes(dice.pick(SEEDS), dice.pick(SEEDS), dice);
        writeFileSync(file, damaged);
        bytes += 2 * damaged.length;
        for (const read of [readRecording, readSignals])
          await read(file).catch((error: unknown) => {
            if (!(error instanceof CliError) || /[\n\r]/.test(error.message))
              faults.push(`seed ${String(seed)}: ${read.name} threw ${String(error)}`);
          });
      }
    } finally {
      rmSync(dir, { recursive: true });
    }
    return { bytes, faults };
  },
};
