import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STAMP = join(ROOT, "host/cli/dist/.built");
const LOCK = join(ROOT, "node_modules/.entrain-build-lock");
const ROOMS = ["sdk", "host", "hardware", "firmware", "simulator"];
const NOT_SOURCES = new Set(["node_modules", "dist", "test", "bench", ".nx"]);
/** A build that takes longer than this was killed and left its lock behind. */
const STALE_LOCK_MILLIS = 300_000;

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

/** Takes the lock, or waits for whoever holds it; two commands started at once build once. */
const takeLock = () => {
  for (;;) {
    try {
      closeSync(openSync(LOCK, "wx"));
      return;
    } catch {
      if (Date.now() - mtimeMillis(LOCK) > STALE_LOCK_MILLIS) rmSync(LOCK, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
};

/** Builds where sources are newer than the last build. Says so on stderr: stdout belongs to the command. */
export const ensureBuilt = () => {
  if (isFresh()) return;
  takeLock();
  try {
    if (isFresh()) return;
    const begun = new Date();
    process.stderr.write("entrain: building, once …\n");
    const build = spawnSync("npm", ["run", "--silent", "build"], {
      cwd: ROOT,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (build.status !== 0) {
      process.stderr.write(`${build.stdout}${build.stderr}\nentrain: the build failed, see above\n`);
      process.exit(1);
    }
    mkdirSync(join(STAMP, ".."), { recursive: true });
    writeFileSync(STAMP, "");
    // Edits made while the build ran are newer than it.
    utimesSync(STAMP, begun, begun);
  } finally {
    rmSync(LOCK, { force: true });
  }
};
