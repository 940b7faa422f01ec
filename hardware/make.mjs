// `npm run hardware`: installs what board and case need (their own lockfiles), checks their types and makes their files
// anew. `npm run hardware:check` makes them in a folder of its own and says which differ from those that are kept.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** The case is made around the board, so the board comes first. What a script makes, it makes in place of a whole folder. */
const ROOMS = [
  {
    name: "carrier",
    types: "tsconfig.board.json",
    // tscircuit calls methods of iterators and maps that Node 20 lacks.
    loaders: ["core-js/actual/iterator/index.js", "core-js/actual/map/group-by.js", "tsx"],
    scripts: { "build/make.ts": "hardware/carrier/made" },
  },
  {
    name: "case",
    types: "tsconfig.model.json",
    loaders: ["tsx"],
    scripts: { "build/make.ts": "hardware/case/made", "build/draw.ts": "docs/band" },
  },
];

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const run = (cwd, command, args, env = {}) => {
  const { status } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail(`Expected ${command} ${args.join(" ")} to succeed in ${cwd}, it ended with ${status}`);
};

const isInstalled = (room) => {
  const lock = join(room, "package-lock.json");
  const installed = join(room, "node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
};

const filesBelow = (folder, under = "") =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, join(under, entry.name)) : [join(under, entry.name)],
  );

const differences = (kept, made) => {
  const [before, after] = [filesBelow(kept), filesBelow(made)];
  return [...new Set([...before, ...after])].sort().filter((file) => {
    if (!before.includes(file) || !after.includes(file)) return true;
    return !readFileSync(join(kept, file)).equals(readFileSync(join(made, file)));
  });
};

const isCheck = process.argv.includes("--check");
const scratch = mkdtempSync(join(tmpdir(), "entrain-hardware-"));
try {
  let differing = 0;
  for (const { name, types, loaders, scripts } of ROOMS) {
    const room = join(ROOT, "hardware", name);
    if (!isInstalled(room)) run(room, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(room, "npx", ["--no-install", "tsc", "-p", types]);
    for (const [script, kept] of Object.entries(scripts)) {
      const folder = isCheck ? join(scratch, kept) : join(ROOT, kept);
      const imports = loaders.flatMap((loader) => ["--import", loader]);
      run(room, process.execPath, [...imports, script, folder], { TSX_TSCONFIG_PATH: types });
      if (!isCheck) continue;
      const found = differences(join(ROOT, kept), folder);
      for (const file of found) process.stderr.write(`${kept}/${file} differs from what its source makes\n`);
      if (found.length === 0) process.stdout.write(`${kept}: ${filesBelow(folder).length} files, the same bytes\n`);
      differing += found.length;
    }
  }
  if (differing > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
