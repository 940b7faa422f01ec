import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openSession, sourceOf } from "@entrain/recording";
import { createWorld, runInRealTime } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realTime } from "../conformance/bands/real-time.ts";
import { findChromium } from "../find-chromium.mjs";
import { type Browser, openBrowser } from "../page/chromium.ts";
import { emulateUart, type EmulatedUart } from "./emulated-uart.ts";
import { serveFiles, type StaticFiles } from "./static-files.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TIMEOUT_MILLIS = 240_000;
/** A loaded machine is slow to begin. */
const PATIENCE = { timeout: 60_000 };
/** The band's clock must not jump because this program was kept waiting. */
const CATCH_UP_MICROS = 5_000_000;
/** Web Bluetooth is not on by itself in Chromium on Linux. */
const RADIO = ["--enable-experimental-web-platform-features", "--enable-features=WebBluetooth"];

/** One band on a virtual wrist at the far end of the emulated radio. */
const wear = (uart: EmulatedUart) => {
  const clock = new VirtualClock();
  const cast = [{ name: "You", gesture: "drum", manner: "follows" }] as const;
  const world = createWorld({
    scheduler: clock,
    seed: 3,
    cast,
    bpm: 90,
    bandOf: () => ({ board: "banglejs2", link: "ble" }),
  });
  const [band] = world.bands;
  if (band === undefined) throw new Error("expected a band");
  band.link.connect();
  band.link.host.onBytes = (bytes) => {
    uart.write(bytes.slice());
  };
  uart.onBytes = (bytes) => {
    band.link.host.write(bytes);
  };
  return { band, stop: runInRealTime(clock, realTime, CATCH_UP_MICROS) };
};

/** In the page: resolves once its service worker has taken over. */
const keptForOffline = async (): Promise<void> => {
  const { serviceWorker } = (globalThis as unknown as { navigator: unknown }).navigator as {
    serviceWorker: EventTarget & { ready: Promise<unknown>; controller: unknown };
  };
  await serviceWorker.ready;
  if (serviceWorker.controller === null)
    await new Promise((resolve) => {
      serviceWorker.addEventListener("controllerchange", resolve);
    });
};

const downloaded = async (page: Page, press: string): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent("download", PATIENCE),
    page.getByRole("button", { name: press }).first().click(),
  ]);
  return readFileSync(await download.path());
};

describe.skipIf(findChromium() === undefined)("the page alone", { timeout: TIMEOUT_MILLIS }, () => {
  const out = mkdtempSync(join(tmpdir(), "entrain-web-"));
  let files: StaticFiles;
  let browser: Browser;
  beforeAll(async () => {
    const vite = [
      "--no-install",
      "vite",
      "build",
      "--config",
      "host/dashboard/vite.web.config.ts",
      "--logLevel",
      "error",
    ];
    await promisify(execFile)("npx", [...vite, "--outDir", out, "--emptyOutDir"], { cwd: ROOT });
    files = await serveFiles(`${out}/`);
    browser = await openBrowser({ acceptDownloads: true }, RADIO);
  }, TIMEOUT_MILLIS);
  afterAll(async () => {
    await browser.close();
    rmSync(out, { recursive: true, force: true });
  });

  test("a session offline: a band over Bluetooth among virtual people, from connecting to the report", async () => {
    const page = await browser.context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", ({ message }) => troubles.push(message));
    const uart = await emulateUart(page, "Bangle.js 1234");
    const { band, stop } = wear(uart);
    try {
      await page.goto(files.url);
      await page.evaluate(keptForOffline);
      // From here on there is neither a server nor a network.
      await files.close();
      await browser.context.setOffline(true);
      await page.reload();
      await page.getByText("Chromium-based browsers").waitFor(PATIENCE);
      expect(await page.getByText("No band of ours was built or worn yet").count()).toBe(1);
      await page.getByRole("button", { name: "Add my band by Bluetooth" }).click(PATIENCE);
      await page.getByText("You: chosen.").waitFor(PATIENCE);
      await page.getByRole("button", { name: /my wrist among virtual people/ }).click(PATIENCE);
      const session = page.locator("#page");
      await session.getByRole("button", { name: /^Start/ }).click(PATIENCE);
      await expect.poll(() => band.drivenSpans.length, PATIENCE).toBeGreaterThan(5);
      await session.getByRole("button", { name: /STOP/ }).click(PATIENCE);
      await page.getByRole("button", { name: "End, and keep this session" }).click(PATIENCE);
      await page.getByText("You, Ada").waitFor(PATIENCE);
      expect(band.isMotorDriven).toBe(false);
      const report = (await downloaded(page, "Report")).toString();
      expect(report).toContain("You");
      expect(report).toContain("</html>");
      const recorded = await openSession(sourceOf(await downloaded(page, "Download")), "session.mcap");
      expect(recorded.warnings).toEqual([]);
      expect(recorded.config.members.length).toBe(6);
      let samples = 0;
      for await (const { tMicros } of recorded.samples(0)) samples += tMicros.length;
      // More than a second of the band's movement, however slow the machine.
      expect(samples).toBeGreaterThan(50);
      // It is still there after a reload, and gone once forgotten.
      await page.reload();
      await page.getByText("You, Ada").waitFor(PATIENCE);
      await page.getByRole("button", { name: "Forget" }).click(PATIENCE);
      await page.getByText("None yet.").waitFor(PATIENCE);
      expect(troubles).toEqual([]);
    } finally {
      stop();
      await page.close();
    }
  });
});
