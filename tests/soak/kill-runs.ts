import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type KeyPair, openSealed, openSession } from "@entrain/recording";
import { FileSource } from "@entrain/recording/node";
import { checkReplay, type SessionView } from "@entrain/session";
import { Entrain } from "../e2e/entrain.ts";

const CHILD = fileURLToPath(new URL("kill-child.mjs", import.meta.url));

export interface Killed {
  /** Session time between what the host had come to and the last entry in its file. */
  readonly lostS: number;
  readonly lengthS: number;
  /** What is wrong with the file, if anything. */
  readonly faults: readonly string[];
}

export interface KillOpts {
  /** Whether the file is replayed as well. */
  readonly replays: boolean;
  /** The file is encrypted for them, and opened with them. */
  readonly keys?: KeyPair;
}

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/** @param reachedMicros - up to when the host is known to have come */
const judge = async (path: string, reachedMicros: number, { replays, keys }: KillOpts): Promise<Killed> => {
  const file = await FileSource.open(path);
  try {
    const source = await openSealed(file, { identities: keys === undefined ? [] : [keys.identity] });
    const session = await openSession(source, path);
    const faults = session.warnings.filter(({ code }) => code !== "not-closed").map(({ message }) => message);
    const lostS = Math.max(0, reachedMicros - session.tEndMicros) / 1e6;
    if (!(lostS <= 1)) faults.push(`${lostS.toFixed(3)} s are lost`);
    if (replays) {
      const { ticks, identical } = await checkReplay(source, session);
      if (ticks !== identical)
        faults.push(`${String(ticks - identical)} of ${String(ticks)} readings differ in the replay`);
    }
    return { lostS, lengthS: (session.tEndMicros - session.tStartMicros) / 1e6, faults };
  } finally {
    await file.close();
  }
};

/** Kills a host in virtual time after so many milliseconds of real time from its first reading on. */
export const killSimulated = async (seed: number, afterMillis: number, opts: KillOpts): Promise<Killed> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-kill-"));
  const path = join(dir, "killed.mcap");
  const recipient = opts.keys === undefined ? [] : [opts.keys.recipient];
  try {
    const child = spawn(process.execPath, [CHILD, path, String(seed), ...recipient], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let [said, begun] = ["", (): void => undefined];
    const first = new Promise<void>((resolve) => (begun = resolve));
    child.stdout.on("data", (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-200);
      begun();
    });
    const closed = new Promise((resolve) => child.on("close", resolve));
    await Promise.race([first, closed]);
    await pause(afterMillis);
    child.kill("SIGKILL");
    await closed;
    // What stands behind the last newline may be half a number.
    const reached = Number(said.split("\n").at(-2) ?? NaN);
    return await judge(path, reached, opts);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Kills `entrain demo` itself, in real time. */
export const killHost = async (seed: number, afterMillis: number, replays: boolean): Promise<Killed> => {
  const dir = mkdtempSync(join(tmpdir(), "entrain-kill-"));
  const host = new Entrain(["demo", "--port", "0", "--seed", String(seed), "--record", dir]);
  try {
    const [, url = ""] = await host.until(/Open (\S+)/);
    await pause(afterMillis);
    const { tMicros } = (await (await fetch(`${url}api/view`)).json()) as SessionView;
    host.kill();
    await host.finished;
    const file = readdirSync(dir).find((name) => name.endsWith(".mcap")) ?? "";
    return await judge(join(dir, file), tMicros, { replays });
  } finally {
    host.kill();
    await host.finished;
    rmSync(dir, { recursive: true, force: true });
  }
};
