import { fileURLToPath } from "node:url";
import { createServer, type Server } from "@entrain/server";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../page/chromium.ts";
import { SCENES } from "../page/scenes.ts";
import type { StagedSession } from "../page/staged-session.ts";

const TIMEOUT = 90_000;
const PAGE = fileURLToPath(new URL("../../host/dashboard/dist/page/", import.meta.url));

/** What is pressed on the running screen reaches the session, by keyboard alone; what must not be seen is not there. */
describe("the running screen", { timeout: TIMEOUT }, () => {
  const scene = SCENES.find(({ name }) => name === "mirror");
  let session: StagedSession;
  let server: Server;
  let browser: Browser;
  let page: Page;

  const asked = async (command: object): Promise<void> => {
    await expect.poll(() => session.commands).toContainEqual(command);
  };

  beforeAll(async () => {
    if (scene === undefined) throw new Error("expected a scene of mirroring");
    session = scene.session();
    server = await createServer({ session, pageDir: PAGE, port: 0 });
    browser = await openBrowser({ viewport: { width: 1280, height: 800 }, locale: "de-AT" });
    page = await browser.context.newPage();
    await page.goto(`${server.url}#run`);
    await page.getByRole("button", { name: /Chen/ }).waitFor();
  }, TIMEOUT);

  afterAll(async () => {
    await browser.close();
    await server.close();
  }, TIMEOUT);

  test("speaks the browser's language, and another when it is chosen", async () => {
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await page.getByRole("combobox", { name: "Sprache" }).selectOption("en");
    await page.getByRole("button", { name: "One-minute breath" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "One-minute breath" }).waitFor();
  });

  test("says who feels whom, how late, and whose yes is missing; pairs swap", async () => {
    await page.getByText("Ben feels Ada").waitFor();
    await page.getByText("52 ms later").waitFor();
    await page.getByText("Emil has not agreed to be felt.").waitFor();
    await page.getByRole("button", { name: "Swap" }).press("Enter");
    await asked({ kind: "exercise", act: "swap" });
  });

  test("a person's sheet opens and closes by keyboard, and what is chosen there is asked for", async () => {
    await page.getByRole("button", { name: /Chen/ }).press("Enter");
    const sheet = page.getByRole("region", { name: "Chen" });
    await sheet.waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Chen");
    await sheet.getByRole("radio", { name: "their own movement" }).check();
    await asked({ kind: "wrist", member: 2, source: "own" });
    expect(await sheet.getByRole("radio", { name: /the group/ }).isDisabled()).toBe(true);
    await sheet.getByRole("radio", { name: "as light only" }).check();
    await asked({ kind: "settings", member: 2, settings: { pulses: "light" } });
    await sheet.getByRole("switch", { name: /feeling others/ }).press("Enter");
    await asked({ kind: "consent", member: 2, use: "feel-others", given: true });
    await sheet.getByRole("button", { name: "Everyone" }).press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("person-2");
  });

  test("the dial is a slider, + and − step", async () => {
    const dial = page.getByRole("slider", { name: "Tempo dial" });
    await dial.press("ArrowUp");
    await asked({ kind: "tempo", bpm: 73 });
    await expect.poll(() => dial.getAttribute("aria-valuenow")).toBe("73");
    await page.locator("body").press("-");
    await expect.poll(() => session.bpm).toBe(72);
  });

  test("without scores none is in the document", async () => {
    await page.getByText("82 of 100").waitFor();
    await page.getByRole("switch", { name: "Scores" }).press("Enter");
    await page.getByText("82 of 100").waitFor({ state: "detached" });
    expect(await page.locator(".own-score, .meter").count()).toBe(0);
  });

  test("space stops from a switch that has the focus, and turns nothing", async () => {
    const large = page.getByRole("switch", { name: "Large" });
    await large.press("Space");
    await page.getByText("all bands confirmed: stopped").waitFor();
    expect(await large.getAttribute("aria-checked")).toBe("false");
    expect(session.commands.at(-1)).toEqual({ kind: "stop-all" });
  });

  test("the wall shows no names and no scores, and stops as well", async () => {
    const wall = await browser.context.newPage();
    await wall.goto(`${server.url}?projector`);
    await wall.getByText("Mirror in pairs").waitFor();
    const html = await wall.evaluate<string>("document.body.outerHTML");
    for (const unseen of ["Ada", "Ben", "Chen", "of 100", "own-score"]) expect(html).not.toContain(unseen);
    const before = session.commands.length;
    await wall.locator("body").press("Escape");
    await expect.poll(() => session.commands.slice(before)).toContainEqual({ kind: "stop-all" });
  });
});
