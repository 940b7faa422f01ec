import { spawn } from "node:child_process";

/**
 * Starts a program with whatever it starts in turn, all of which ends together: an interpreter whose terminal has gone
 * spins for ever. Ends with this process, too, however that comes about short of a kill.
 *
 * @returns the way to end it
 */
export const startGroup = (command: string, args: readonly string[], cwd: string): (() => void) => {
  const child = spawn(command, args, { cwd, stdio: "ignore", detached: true });
  const end = (): void => {
    process.off("exit", end);
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // All of it has ended by itself.
    }
  };
  process.on("exit", end);
  return end;
};
