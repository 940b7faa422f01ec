import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../page/chromium.ts";
import { Entrain, entrain } from "./entrain.ts";

const TIMEOUT = 120_000;
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (on: string, options: object) => Promise<{ violations: readonly { id: string }[] }> };
    };
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await axe.run("main", { runOnly: { type: "tag", values } });
    return violations.map(({ id }) => id);
  });
};

/** Written by keys alone, in a real Chromium, against the real program with virtual bands. */
describe("the exercise editor", { timeout: TIMEOUT }, () => {
  const home = mkdtempSync(join(tmpdir(), "entrain-home-"));
  const kept = join(home, "exercises", "two-steps.json");
  let program: Entrain;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    process.env["ENTRAIN_HOME"] = home;
    program = new Entrain(["start", "--virtual", "3", "--page-port", "0"]);
    const [, url = ""] = await program.until(/Open (\S+)/);
    browser = await openBrowser({ bypassCSP: true, locale: "en" });
    page = await browser.context.newPage();
    await page.goto(`${url}#editor`);
    await page.getByRole("heading", { name: "Write an exercise" }).waitFor();
  }, TIMEOUT);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    delete process.env["ENTRAIN_HOME"];
    rmSync(home, { recursive: true, force: true });
  }, TIMEOUT);

  test("says beside a field what is wrong with it, draws nothing and keeps nothing until it is mended", async () => {
    await page.locator(".exercise-timeline").waitFor();
    const tempo = page.getByLabel("Beats a minute");
    await tempo.fill("300");
    await page.locator(".field", { has: tempo }).getByText("expected a number from 4 to 240, found 300").waitFor();
    expect(await tempo.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".exercise-timeline").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await tempo.fill("84");
    await page.locator(".exercise-timeline").waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test("by keys alone: a name with spaces in its title, a second step, a silent beat, kept", async () => {
    await page.getByRole("button", { name: "Add a step" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Beat 3: plain" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Beat 3: silent" }).waitFor();
    await page.getByRole("group", { name: "About it" }).getByLabel("Title").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Two small steps");
    await page.getByLabel(/^Name to ask for it by/).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("two-steps");
    await page.getByRole("button", { name: "Save" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Kept as 'two-steps'.").waitFor();
    const document = JSON.parse(readFileSync(kept, "utf8")) as { title: string; steps: { roles: unknown }[] };
    expect(document.title).toBe("Two small steps");
    expect(document.steps).toHaveLength(2);
    expect(document.steps[1]?.roles).toEqual([
      { who: "everyone", plays: "pattern", pattern: { accents: [1], mutes: [3] } },
    ]);
    const { stdout } = await entrain("exercise", "list");
    expect(stdout).toContain("two-steps");
  });

  test("a shipped one is opened as a copy, and a text is given its marks", async () => {
    await page.getByLabel("Begin with").selectOption("canon");
    await page.locator(".lanes").getByText("group 3").waitFor();
    expect(await page.getByLabel(/^Name to ask for it by/).inputValue()).toBe("my-canon");
    await page.getByLabel("Where the beat comes from").selectOption("speech");
    await page.getByLabel(/^The text/).fill("The tide comes in");
    await page.getByRole("button", { name: "Set the marks (English)" }).click();
    await expect
      .poll(() => page.getByLabel(/^The text/).inputValue(), { timeout: 20_000 })
      .toBe("The |tide |comes |in");
    expect(existsSync(join(home, "exercises", "my-canon.json"))).toBe(false);
  });

  test("tries it on virtual bands, and changes how one of the people takes part", async () => {
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/#home`);
    await page.getByRole("button", { name: "Try it with virtual people" }).click();
    await page.waitForURL(/#run$/);
    await page.goto(`${origin}/#editor`);
    await page.getByLabel("Begin with").selectOption("two-steps");
    await page.getByRole("button", { name: "Try it", exact: true }).click();
    await page.waitForURL(/#run$/);
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${origin}/api/view`)).json()) as { exercise?: { name: string } }).exercise?.name,
        { timeout: 20_000 },
      )
      .toBe("two-steps");
    await page.locator("#person-0").click();
    await page.getByLabel("Takes part as").selectOption("shy");
    await expect
      .poll(
        async () => {
          const view = (await (await fetch(`${origin}/api/view`)).json()) as {
            way: { found: { member?: number; persona?: string }[] };
          };
          return view.way.found.find(({ member }) => member === 0)?.persona;
        },
        { timeout: 20_000 },
      )
      .toBe("shy");
  });
});
