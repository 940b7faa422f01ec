import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { Entrain } from "./entrain.ts";
import { spawnSync } from "node:child_process";

interface Offered {
  readonly name: string;
  readonly tcp: string;
  readonly path?: string;
}

const TIMEOUT = 60_000;
const hasSocat = spawnSync("socat", ["-V"], { stdio: "ignore" }).status === 0;

const viewOf = async (
  url: string,
): Promise<{ bands: { name: string; status: string }[]; playing: boolean; stop: { state: string } }> => {
  const response = await fetch(`${url}api/view`);
  return (await response.json()) as never;
};

const waitFor = async <T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await look();
    if (good(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Runs a session on offered bands, plays, stops, and ends both programs. */
const runOn = async (simulator: Entrain, ports: readonly string[]): Promise<void> => {
  const session = new Entrain(["run", "--page-port", "0", "--start", ...ports.flatMap((port) => ["--port", port])]);
  try {
    const [, url = ""] = await session.until(/Open (\S+)/);
    await session.until(/2 bands connected: Ada, Ben/);
    const playing = await waitFor(
      () => viewOf(url),
      ({ bands }) => bands.every(({ status }) => status === "playing"),
    );
    expect(playing.playing).toBe(true);
    const stopping = await fetch(`${url}api/stop-all`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-entrain": "1" },
      body: "{}",
    });
    expect(stopping.status).toBeLessThan(300);
    const stopped = await waitFor(
      () => viewOf(url),
      ({ stop }) => stop.state === "confirmed",
    );
    expect(stopped.playing).toBe(false);
    expect((await session.stop()).code).toBe(0);
  } finally {
    session.kill();
    await simulator.stop();
  }
};

const offered = async (simulator: Entrain): Promise<Offered[]> => {
  await simulator.until(/(?:\{.*\}\n){2}/);
  return simulator.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Offered);
};

test("bands offered over TCP are paced and stopped by a session in another program", { timeout: TIMEOUT }, async () => {
  const simulator = new Entrain(["simulate", "--bands", "2", "--json", "--no-pty"]);
  const bands = await offered(simulator);
  await runOn(
    simulator,
    bands.map(({ name, tcp }) => `${name}=${tcp}`),
  );
});

test.skipIf(!hasSocat)(
  `bands offered as pseudo-terminals are real serial ports${hasSocat ? "" : " (skipped: no socat)"}`,
  { timeout: TIMEOUT },
  async () => {
    const simulator = new Entrain(["simulate", "--bands", "2", "--json"]);
    const bands = await offered(simulator);
    for (const { path } of bands) await waitFor(() => Promise.resolve(existsSync(path ?? "")), Boolean);
    await runOn(
      simulator,
      bands.map(({ name, path }) => `${name}=${String(path)}`),
    );
    for (const { path } of bands) expect(existsSync(path ?? "")).toBe(false);
  },
);
