import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STAMP = join(ROOT, "host/cli/dist/.built");
const LOCK = join(ROOT, "node_modules/.entrain-build-lock");
const ROOMS = ["sdk", "host", "hardware", "firmware", "simulator"];
const NOT_SOURCES = new Set(["node_modules", "dist", "test", "bench", ".nx"]);

const newestMillis = (dir) => {
  let newest = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (NOT_SOURCES.has(entry.name)) continue;
    const path = join(dir, entry.name);
    const millis = entry.isDirectory() ? newestMillis(path) : statSync(path).mtimeMs;
    if (millis > newest) newest = millis;
  }
  return newest;
};

const mtimeMillis = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isFresh = () => mtimeMillis(STAMP) > Math.max(...ROOMS.map((room) => newestMillis(join(ROOT, room))));

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A lock whose owner is gone holds nobody up. */
const dropDeadLock = () => {
  try {
    if (!isAlive(Number(readFileSync(LOCK, "utf8")))) rmSync(LOCK, { force: true });
  } catch {
    // It has just been given back.
  }
};

/** Takes the lock, or waits for whoever holds it; two commands started at once build once. */
const takeLock = () => {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return;
    } catch {
      dropDeadLock();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
};

/** @returns whether it could be built */
const build = () => {
  const begun = new Date();
  process.stderr.write("entrain: building, once …\n");
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\nentrain: the build failed, see above\n`);
    return false;
  }
  mkdirSync(join(STAMP, ".."), { recursive: true });
  writeFileSync(STAMP, "");
  // Edits made while the build ran are newer than it.
  utimesSync(STAMP, begun, begun);
  return true;
};

/** Builds where sources are newer than the last build. Says so on stderr: stdout belongs to the command. */
export const ensureBuilt = () => {
  if (isFresh()) return;
  takeLock();
  const isBuilt = isFresh() || build();
  rmSync(LOCK, { force: true });
  if (!isBuilt) process.exit(1);
};
