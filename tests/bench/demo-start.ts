import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Row, shown } from "./row.ts";
import { median } from "./statistics.ts";

const ROUNDS = 3;
const PATIENCE_MILLIS = 60_000;
const STEP_MILLIS = 50;

interface View {
  readonly reading: { readonly members: readonly { readonly state: string; readonly phaseRad?: number }[] };
}

/** Read to its end: a program whose output nobody takes would end by it. */
const urlIn = (output: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const [url] = /http:\/\/\S+/.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
    output.on("end", () => reject(new Error(`expected the demonstration to say where its page is, found: ${text}`)));
  });

const untilView = async (url: string, isIt: (view: View) => boolean, begun: number): Promise<number> => {
  while (performance.now() - begun < PATIENCE_MILLIS) {
    const response = await fetch(new URL("/api/view", url));
    if (isIt((await response.json()) as View)) return performance.now() - begun;
    await sleep(STEP_MILLIS);
  }
  return NaN;
};

const run = async (): Promise<{ readonly firstViewMillis: number; readonly firstPhaseMillis: number }> => {
  const cli = fileURLToPath(new URL("../../host/cli/dist/index.js", import.meta.url));
  const begun = performance.now();
  const start = `const { main } = await import(${JSON.stringify(cli)}); await main(["node", "entrain", "demo", "--port", "0"]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", start], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  try {
    const url = await urlIn(child.stdout);
    const firstViewMillis = await untilView(url, ({ reading }) => reading.members.length > 0, begun);
    const firstPhaseMillis = await untilView(
      url,
      ({ reading }) => reading.members.some(({ phaseRad }) => phaseRad !== undefined),
      begun,
    );
    return { firstViewMillis, firstPhaseMillis };
  } finally {
    child.kill();
    await ended;
  }
};

/** From starting the demonstration to its first reading, built; on the wall clock, as somebody who waits sees it. */
export const benchDemoStart = async (): Promise<readonly Row[]> => {
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await run());
  return [
    {
      what: "demonstration, from start to the first view, and to the first member's movement read (wall clock)",
      value: `${shown(median(runs.map((each) => each.firstViewMillis)) / 1e3)} s, ${shown(median(runs.map((each) => each.firstPhaseMillis)) / 1e3)} s`,
    },
  ];
};
