import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../find-chromium.mjs";
import { Entrain } from "./entrain.ts";

const TIMEOUT = 90_000;
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The demonstration in a real browser: real firmware in simulated bands, the real server, the real page. */
describe("the page of the demonstration", { timeout: TIMEOUT }, () => {
  const demo = new Entrain(["demo", "--port", "0"]);
  const profile = mkdtempSync(join(tmpdir(), "entrain-chromium-"));
  const complaints: string[] = [];
  let browser: BrowserContext;
  let page: Page;
  let url = "";

  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("expected a Chromium; npm test installs one where it can");
    [, url = ""] = await demo.until(/Open (\S+)/);
    browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: QUIET,
      viewport: { width: 1280, height: 800 },
    });
    page = await browser.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
  }, TIMEOUT);

  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(profile, { recursive: true, force: true });
  }, TIMEOUT);

  test("says that it is simulated, and names everybody", async () => {
    await page.getByText("simulated", { exact: false }).first().waitFor();
    for (const name of ["Ada", "Ben", "Chen", "Dana", "Emil", "Farah"])
      await page.getByText(name, { exact: false }).first().waitFor();
  });

  test("shows who rests and who moves", async () => {
    await page.getByText("resting").first().waitFor();
    await page
      .getByText(/\d+ a minute/)
      .first()
      .waitFor();
  });

  test("space stops every band, and the page answers when all have confirmed", async () => {
    await demo.until(/6 bands connected/);
    await page.waitForTimeout(2_500);
    await page.keyboard.press("Space");
    await page
      .getByText(/all bands confirmed: stopped/i)
      .first()
      .waitFor();
    const view = (await (await fetch(`${url}api/view`)).json()) as { playing: boolean };
    expect(view.playing).toBe(false);
  });

  test("starts again at the press of Start, and the big button stops it", async () => {
    await page.getByRole("button", { name: /start/i }).click();
    await page.getByRole("button", { name: /playing/i }).waitFor();
    await page.getByRole("button", { name: /stop/i }).first().click();
    await page
      .getByText(/all bands confirmed: stopped/i)
      .first()
      .waitFor();
  });

  test("refuses a foreign page and a foreign host", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${url}api/stop-all`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      });
    expect((await post({ origin: "http://evil.example" })).status).toBe(403);
    expect((await post({})).status).toBe(403);
  });

  test("the browser had nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});
