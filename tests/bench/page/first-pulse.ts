import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SessionView } from "@entrain/session";
import { ROOT } from "../../e2e/entrain.ts";
import { type Row, shown } from "../row.ts";
import { median } from "../statistics.ts";

const ROUNDS = 3;
const PATIENCE_MS = 120_000;
const STEP_MS = 50;

const ask = async (url: string, what: string, body: object): Promise<void> => {
  const response = await fetch(`${url}api/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-entrain": "1" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`expected ${what} to be done, found: ${await response.text()}`);
};

const until = async (url: string, isIt: (view: SessionView) => boolean): Promise<void> => {
  const begun = performance.now();
  while (performance.now() - begun < PATIENCE_MS) {
    if (isIt((await (await fetch(`${url}api/view`)).json()) as SessionView)) return;
    await sleep(STEP_MS);
  }
  throw new Error("expected a pulse, found none");
};

/** As somebody does it who tries it: start, try it with virtual people, Start. */
const startOnce = async (): Promise<{ readonly pageMs: number; readonly pulseMs: number }> => {
  const home = mkdtempSync(join(tmpdir(), "entrain-home-"));
  const begun = performance.now();
  const child = spawn("npm", ["start", "--silent", "--", "--page-port", "0"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
    env: { ...process.env, ENTRAIN_HOME: home },
  });
  const ended = once(child, "exit");
  try {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    while (!/http:\/\/\S+/.test(text)) {
      if (performance.now() - begun > PATIENCE_MS) throw new Error(`expected an address, found: ${text}`);
      await sleep(STEP_MS);
    }
    const url = /http:\/\/\S+/.exec(text)?.[0] ?? "";
    const pageMs = performance.now() - begun;
    await ask(url, "open", { circle: "try" });
    await until(
      url,
      ({ bands }) => bands.length > 0 && bands.every(({ status }) => status === "resting" || status === "playing"),
    );
    await ask(url, "start", {});
    await until(url, ({ pacer, bands }) => (pacer.beat ?? -1) >= 0 && bands.some(({ status }) => status === "playing"));
    return { pageMs, pulseMs: performance.now() - begun };
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
};

/** From `npm start` on an installed and built clone; presses cost nothing. On the wall clock. */
export const firstPulse = async (): Promise<readonly Row[]> => {
  const runs: Awaited<ReturnType<typeof startOnce>>[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await startOnce());
  return [
    {
      what: "from `npm start` on an installed clone to the page's address, and to the first pulse",
      value: `${shown(median(runs.map(({ pageMs }) => pageMs)) / 1e3)} s, ${shown(median(runs.map(({ pulseMs }) => pulseMs)) / 1e3)} s`,
    },
  ];
};
