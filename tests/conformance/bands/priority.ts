import { spawnSync } from "node:child_process";

/** A band has a processor of its own; a program shares one. Where the system allows it, it goes first. */
const PRIORITIES: readonly (readonly [string, ...string[]])[] = [
  ["chrt", "--rr", "1"],
  ["nice", "-n", "-5"],
];

/** What to put before a command for that; empty where nothing is allowed. */
export const priority = (): readonly string[] =>
  PRIORITIES.find(([command, ...args]) => {
    const { status, stderr } = spawnSync(command, [...args, "true"], { encoding: "utf8" });
    // `nice` goes on where it is refused, with a warning.
    return status === 0 && stderr === "";
  }) ?? [];
