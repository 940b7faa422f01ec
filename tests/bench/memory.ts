import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Row, shown } from "./row.ts";

const MEGABYTE = 2 ** 20;

/** Memory of a process that runs a room for ten minutes; in a process of its own, so that nothing else counts. */
export const benchMemory = (): readonly Row[] => {
  const script = fileURLToPath(new URL("memory-child.ts", import.meta.url));
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, script], { encoding: "utf8" });
  const [atStart = NaN, atEnd = NaN] = stdout.trim().split(" ").map(Number);
  return [
    {
      what: "memory (RSS) of 30 simulated bands and their host, at 15 s and after 10 virtual minutes more",
      value: `${shown(atStart / MEGABYTE)} MB, ${shown(atEnd / MEGABYTE)} MB`,
    },
  ];
};
