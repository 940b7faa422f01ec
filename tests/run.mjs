// `npm test`: all set-up, then lint, types, unit, conformance and end-to-end tests; the last line counts them.
// `node tests/run.mjs conformance` runs the conformance suite alone, `… sync` four real interpreters for five minutes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "../host/cli/bin/ensure-installed.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const env = { ...process.env, CI: "true", NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false" };
const counts = { passed: 0, failed: 0, skipped: 0 };
const skippedNames = [];

const run = (command, args, more = {}) =>
  spawnSync(command, args, {
    cwd: ROOT,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    ...more,
  });

/** A check that passes or fails as one. */
const check = (name, command, args) => {
  const passed = run(command, args).status === 0;
  counts[passed ? "passed" : "failed"]++;
  process.stdout.write(`${passed ? "ok" : "FAILED"}: ${name}\n`);
  return passed;
};

const vitest = (filters) => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-tests-"));
  const report = join(dir, "report.json");
  try {
    const { status } = run("npx", [
      "--no-install",
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...filters,
    ]);
    const { numPassedTests, numFailedTests, numPendingTests, numTotalTestSuites, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
    counts.skipped += numPendingTests;
    // A file that cannot even be loaded fails no test of its own.
    const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
    counts.failed += broken;
    if (status !== 0 && numFailedTests + broken === 0) counts.failed++;
    if (numTotalTestSuites === 0) counts.failed++;
    for (const { assertionResults } of testResults)
      for (const { status: how, fullName } of assertionResults)
        if (how === "pending" || how === "skipped") skippedNames.push(fullName);
  } catch (error) {
    process.stdout.write(`FAILED: the tests left no report (${error.message})\n`);
    counts.failed++;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const finish = () => {
  if (skippedNames.length > 0)
    process.stdout.write(`skipped:\n${[...new Set(skippedNames)].map((name) => `  ${name}`).join("\n")}\n`);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
};

ensureInstalled();
const { ensureBuilt } = await import("../host/cli/bin/ensure-built.mjs");
const [only] = process.argv.slice(2);
if (only === "conformance" || only === "sync") {
  ensureBuilt();
  vitest([`tests/${only}`]);
  finish();
}
const { ensureChromium } = await import("./ensure-chromium.mjs");
ensureBuilt();
ensureChromium();
check("types", "npx", ["--no-install", "tsc", "-b"]);
check("lint, format and fences", "npx", [
  "--no-install",
  "nx",
  "run-many",
  "-t",
  "lint",
  "lint-bundle",
  "--outputStyle=static",
]);
vitest([]);
finish();
