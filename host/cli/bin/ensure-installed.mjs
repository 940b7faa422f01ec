import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const LEAST_NODE = 20;
const mtimeMillis = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the packages of the lockfile, unless they are there. */
export const ensureInstalled = () => {
  const found = process.versions.node;
  if (Number(found.split(".")[0]) < LEAST_NODE) {
    process.stderr.write(`entrain: expected Node ${LEAST_NODE} or newer, found ${found}\n`);
    process.exit(1);
  }
  if (mtimeMillis("node_modules/.package-lock.json") >= mtimeMillis("package-lock.json")) return;
  process.stderr.write("entrain: installing packages, once …\n");
  const install = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--ignore-scripts"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
};
