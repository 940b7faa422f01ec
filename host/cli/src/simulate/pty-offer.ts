import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** True where socat is installed: without it there are no pseudo-terminals, only TCP. */
export const hasSocat = (): boolean => spawnSync("socat", ["-V"], { stdio: "ignore" }).status === 0;

export interface PtyOffer {
  readonly path: string;
  close(): void;
}

const AGAIN_MILLIS = 100;

/** Offers a band's TCP port as a pseudo-terminal too, again after each program that closed it. */
export const offerAsPty = (dir: string, name: string, port: number): PtyOffer => {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, name.replace(/[^\w-]/g, "-"));
  let socat: ChildProcess | undefined;
  let closed = false;
  const start = (): void => {
    if (closed) return;
    socat = spawn("socat", [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${String(port)},nodelay`], {
      stdio: "ignore",
    });
    socat.on("exit", () => setTimeout(start, AGAIN_MILLIS));
    socat.on("error", () => undefined);
  };
  start();
  return {
    path,
    close: () => {
      closed = true;
      socat?.kill();
      rmSync(path, { force: true });
    },
  };
};
