import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured } from "./recording-child.ts";
import { type Row, shown } from "./row.ts";

/** Of the bench as a whole; `npm run bench:hour` takes an hour of session. */
const MINUTES = 6;
const MEGABYTE = 1e6;
const CHILD = fileURLToPath(new URL("recording-child.ts", import.meta.url));
const WHO = "30 members at 100 Hz";

/** The session file of so many minutes, in a process of its own. */
export const benchRecording = (minutes = MINUTES): readonly Row[] => {
  const args = [...process.execArgv, CHILD, String(minutes)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`expected a measured session file, found ${stderr.trim()}`);
  const measured = JSON.parse(stdout) as Measured;
  const { bytes, writeMicrosPerS, writeRss, openS, openRss, replayedS, replayS, replayRss } = measured;
  const megabytes = (values: readonly number[]): string =>
    values.map((value) => `${shown(value / MEGABYTE)} MB`).join(", ");
  const span = `${String(minutes)} min, ${WHO}`;
  return [
    { what: `session file of ${span}`, value: `${shown(bytes / MEGABYTE)} MB` },
    { what: `writing it, share of one core while it runs`, value: `${shown(writeMicrosPerS / 1e4)} %` },
    { what: `writing it, memory (RSS) after the first tenth, at the end`, value: megabytes(writeRss) },
    {
      what: `opening it (every checksum looked at), time and memory`,
      value: `${shown(openS)} s, ${megabytes([openRss])}`,
    },
    { what: `replaying ${shown(replayedS)} s of it, times real time`, value: shown(replayedS / replayS) },
    { what: `replaying it, memory (RSS) half-way, at the end`, value: megabytes(replayRss) },
  ];
};
