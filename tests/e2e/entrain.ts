import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = fileURLToPath(new URL("../../host/cli/bin/entrain.mjs", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `entrain`, as a user starts it. */
export class Entrain {
  stdout = "";
  stderr = "";
  readonly finished: Promise<Finished>;
  private readonly child: ChildProcess;

  /** @param env - in addition to what there is */
  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [BIN, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.on("data", (bytes: Buffer) => (this.stdout += bytes.toString()));
    this.child.stderr?.on("data", (bytes: Buffer) => (this.stderr += bytes.toString()));
    this.finished = new Promise((resolve) => {
      this.child.on("close", (code) => {
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Waits until its output matches. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found !== null) return found;
      const ended = await Promise.race([
        this.finished,
        new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 20)),
      ]);
      if (ended !== undefined)
        throw new Error(`expected ${String(pattern)}, found that it ended: ${ended.stdout}${ended.stderr}`);
    }
  }

  /** Asks it to end, as Ctrl-C does. */
  stop(): Promise<Finished> {
    this.child.kill("SIGINT");
    return this.finished;
  }

  /** Ends it with no chance to tidy up. */
  kill(): void {
    this.child.kill("SIGKILL");
  }
}

/** Runs `entrain` to its end. */
export const entrain = (...args: readonly string[]): Promise<Finished> => new Entrain(args).finished;
