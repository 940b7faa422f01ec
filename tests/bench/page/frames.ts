import { createServer } from "@entrain/server";
import type { CDPSession } from "playwright-core";
import { openBrowser } from "../../page/chromium.ts";
import { CARDS } from "../../page/scenes.ts";
import { StagedSession } from "../../page/staged-session.ts";
import { type Row, shown } from "../row.ts";

const MEMBERS = 30;
const SECONDS = 60;
const SETTLES_MS = 3000;
/** A frame that took longer than this left one out, at 60 a second. */
const LATE_MS = 25;

type Metrics = Readonly<Record<string, number>>;

const metricsOf = async (devtools: CDPSession): Promise<Metrics> => {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

/** Collects the times of all frames from now on. */
const WATCH_FRAMES = `
  globalThis.frameMs = [];
  const watch = (nowMs) => { frameMs.push(nowMs); requestAnimationFrame(watch); };
  requestAnimationFrame(watch);
`;

interface Shown {
  readonly what: string;
  readonly path: string;
  readonly pictures: boolean;
}

const SHOWN: readonly Shown[] = [
  { what: "ring and 30 tiles", path: "#run", pictures: false },
  { what: "ring, 30 tiles, 30 traces, matrix and lead graph", path: "#run", pictures: true },
  { what: "projector", path: "?projector", pictures: false },
];

const measure = async (url: string, { what, path, pictures }: Shown): Promise<readonly Row[]> => {
  const browser = await openBrowser({ viewport: { width: 1280, height: 2000 } });
  try {
    const page = await browser.context.newPage();
    const looks = JSON.stringify({ scores: true, large: false, pictures });
    await page.addInitScript(`localStorage.setItem("entrain-looks", ${JSON.stringify(looks)})`);
    await page.goto(url + path);
    await page
      .locator(pictures ? ".traces canvas" : "canvas")
      .first()
      .waitFor();
    await page.waitForTimeout(SETTLES_MS);
    const devtools = await browser.context.newCDPSession(page);
    await devtools.send("Performance.enable");
    const before = await metricsOf(devtools);
    await page.evaluate(WATCH_FRAMES);
    await page.waitForTimeout(SECONDS * 1000);
    const frames = await page.evaluate<number[]>("frameMs");
    const after = await metricsOf(devtools);
    const gaps = frames.slice(1).map((atMs, k) => atMs - (frames[k] ?? atMs));
    const lasted = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
    const late = gaps.filter((gap) => gap > LATE_MS).length / gaps.length;
    const share = (name: string): string =>
      `${shown((100 * ((after[name] ?? 0) - (before[name] ?? 0))) / ((after["Timestamp"] ?? 1) - (before["Timestamp"] ?? 0)))} %`;
    return [
      {
        what: `${what}: frames a second over a minute; frames late; the longest`,
        value: `${shown(gaps.length / lasted)}; ${shown(100 * late)} %; ${shown(Math.max(...gaps))} ms`,
        target: "60",
      },
      {
        what: `${what}: main thread busy (script; style and layout)`,
        value: `${share("TaskDuration")} (${share("ScriptDuration")}; ${share("RecalcStyleDuration")} and ${share("LayoutDuration")})`,
      },
    ];
  } finally {
    await browser.close();
  }
};

/** The page in a real Chromium, drawn without a graphics card, with 30 staged people who move. */
export const pageFrames = async (pageDir: string): Promise<readonly Row[]> => {
  const server = await createServer({
    session: new StagedSession({ members: MEMBERS, exercises: CARDS }),
    pageDir,
    port: 0,
  });
  const rows: Row[] = [];
  for (const each of SHOWN) rows.push(...(await measure(server.url, each)));
  await server.close();
  return rows;
};
