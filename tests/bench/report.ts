import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Row, rowsTable } from "./row.ts";

const PATH = fileURLToPath(new URL("../../docs/BENCH.md", import.meta.url));
const INTERPRETER = "## On the real interpreter";

const INTRODUCTION = `# Measured

\`npm run bench\` writes this page. Times are processor time of one core, medians of several rounds, and belong to the
machine named; ratios are what to compare. Nothing here is a test: a slow machine fails nothing.`;

/** The machine, and when: what every figure belongs to. */
export const provenance = (): string => {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${first?.model.trim() ?? "unknown processor"}, ${String(cpus().length)} cores, Node ${process.version}`;
};

const lastInterpreterSection = (): string => {
  const before = existsSync(PATH) ? readFileSync(PATH, "utf8") : "";
  const at = before.indexOf(INTERPRETER);
  return at < 0 ? `${INTERPRETER}\n\nNever measured so far.\n` : before.slice(at);
};

/** Writes docs/BENCH.md. @param interpreter - undefined keeps what was measured last, with its date */
export const writeReport = (rows: readonly Row[], interpreter: string | undefined): void => {
  const section =
    interpreter === undefined
      ? lastInterpreterSection()
      : `${INTERPRETER}\n\nMeasured ${provenance()}. With \`ESPRUINO_BIN\` naming an interpreter, and valgrind installed, \`npm run bench\` measures this\nsection anew; otherwise it stays as it was.\n\n${interpreter}\n`;
  const host = `## On the host\n\nMeasured ${provenance()}.\n\n${rowsTable(rows)}`;
  writeFileSync(PATH, `${INTRODUCTION}\n\n${host}\n\n${section}`);
};
