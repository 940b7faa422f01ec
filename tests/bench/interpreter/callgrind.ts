import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Inside which of the interpreter's own functions instructions are counted. */
export type CountedIn = "jspEvaluate" | "jsiExecuteEventCallback";

/** A run that has not ended by then is given up. */
const PATIENCE_MILLIS = 300_000;

export const hasValgrind = (): boolean => spawnSync("valgrind", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * Runs a script on an interpreter under callgrind, to its `quit()`.
 *
 * @returns the instructions executed inside `countedIn`, and what the script wrote
 */
export const countInstructions = async (
  program: string,
  script: string,
  countedIn: CountedIn,
): Promise<{ readonly instructions: number; readonly said: string }> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-count-"));
  const path = join(dir, "band.js");
  writeFileSync(path, script);
  const flags = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no"];
  const child = spawn("valgrind", [...flags, `--toggle-collect=${countedIn}`, program, path], { cwd: dir });
  let said = "";
  let report = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString("latin1")));
  child.stderr.on("data", (bytes: Buffer) => (report += bytes.toString("latin1")));
  const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MILLIS);
  try {
    // Its input stays open: an interpreter whose input ends spins for ever.
    await new Promise((resolve) => child.on("close", resolve));
    const [, collected] = /Collected : (\d+)/.exec(report) ?? [];
    if (collected === undefined || !said.includes("#done"))
      throw new Error(`expected a count from callgrind, found: ${said.slice(-300)} ${report.slice(-300)}`);
    return { instructions: Number(collected), said };
  } finally {
    clearTimeout(patience);
    rmSync(dir, { recursive: true, force: true });
  }
};
