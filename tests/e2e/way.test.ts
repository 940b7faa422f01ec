import type { SessionView } from "@entrain/session";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../page/chromium.ts";
import { Entrain } from "./entrain.ts";

const TIMEOUT = 120_000;
/** From the open page to the beat, in a class. */
const CLASS_WITHIN_MS = 60_000;

const NAMES = ["Robin", "Sky", "Mo", "Kim", "Luca", "Noor"];
const BANDS = ["Ada", "Ben", "Chen", "Dana", "Emil", "Farah"];

/** `entrain start` with virtual bands, and a page that is open on it. */
class Facilitator {
  readonly home = mkdtempSync(join(tmpdir(), "entrain-home-"));
  readonly complaints: string[] = [];
  browser!: Browser;
  page!: Page;
  url = "";
  private program!: Entrain;

  async open(bands: number): Promise<void> {
    await this.start(bands, "0");
    this.browser = await openBrowser({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    this.page = await this.browser.context.newPage();
    this.page.setDefaultTimeout(TIMEOUT);
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
    await this.page.goto(this.url);
  }

  /** Ends the program with no chance to tidy up, and starts it again at the same address. */
  async crash(bands: number): Promise<void> {
    this.program.kill();
    await this.program.finished;
    await this.start(bands, new URL(this.url).port);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.program.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  view = async (): Promise<SessionView> => (await (await fetch(`${this.url}api/view`)).json()) as SessionView;
  press = (name: string | RegExp): Promise<void> => this.page.getByRole("button", { name }).first().click();

  private async start(bands: number, port: string): Promise<void> {
    this.program = new Entrain(["start", "--virtual", String(bands), "--page-port", port], { ENTRAIN_HOME: this.home });
    [, this.url = ""] = await this.program.until(/Open (\S+)/);
  }
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
};

describe("a therapist's group of six", { timeout: TIMEOUT }, () => {
  const at = new Facilitator();
  beforeAll(() => at.open(6), TIMEOUT);
  afterAll(() => at.close(), TIMEOUT);
  const { view } = at;

  test("is made, and kept; each band is given to whoever wears it, and waits for their yes", async () => {
    await at.press("Make a group");
    await at.page.getByLabel("What the group is called").fill("Tuesday group");
    for (let k = 2; k < NAMES.length; k++) await at.press(/Another person/);
    for (const [k, name] of NAMES.entries()) await at.page.getByLabel(`Name of person ${String(k + 1)}`).fill(name);
    await at.page.getByText("Keep its sessions on this computer").click();
    await at.press(/^Keep, and on/);
    for (const [k, band] of BANDS.entries()) {
      await at.press(new RegExp(`^${band}`));
      await at.press(new RegExp(`^${NAMES[k] ?? ""}`));
      await until(async () => (await view()).way?.places[k]?.bandId === `sim:${band}`);
    }
    // Virtual wearers press their own bands, in their own time.
    await until(async () => (await view()).bands.every(({ awaitsYes, status }) => !awaitsYes && status === "resting"));
  });

  test("one feels the exercise first, then everybody has it", async () => {
    await at.page.getByRole("link", { name: "Feel it first" }).click();
    await at.page.getByLabel("What", { exact: true }).selectOption("drumming");
    await at.page.getByLabel("On whose wrist").selectOption({ label: "Mo" });
    await at.press("Feel it");
    await at.page.getByText("Mo feels it now.").waitFor();
    expect((await view()).preview).toBe(2);
    await at.press("Begin with everybody");
    await until(async () => (await view()).bands.filter(({ status }) => status === "playing").length === 6);
    const { preview, exercise } = await view();
    expect([preview, exercise?.name]).toEqual([undefined, "drumming"]);
  });

  test("is there again after a reload, and after the program was gone", async () => {
    await at.page.reload();
    await at.page.getByRole("button", { name: "Playing" }).waitFor();
    expect(new URL(at.page.url()).hash).toBe("#run");
    await at.crash(6);
    await until(async () => {
      const { way, playing, exercise, bands } = await view();
      const heard = bands.filter(({ status }) => status === "playing").length;
      return way?.resumed === true && playing && exercise?.name === "drumming" && heard === 6;
    });
    // The page has found its way back by itself.
    await at.page.getByText("live", { exact: true }).waitFor();
    expect(new URL(at.page.url()).hash).toBe("#run");
  });

  test("STOP stops from every screen, by space bar, by Esc and by the button", async () => {
    const ways = [
      () => at.page.keyboard.press("Space"),
      () => at.page.keyboard.press("Escape"),
      () => at.press(/^STOP/),
    ];
    for (const [k, screen] of ["run", "bands", "preview", "group", "reflect", "home"].entries()) {
      await at.page.evaluate(`location.hash = "${screen}"`);
      await at.page.locator(`.on-${screen}`).waitFor();
      expect((await fetch(`${at.url}api/start`, POSTED)).status).toBe(200);
      await until(async () => (await view()).playing);
      await ways[k % ways.length]?.();
      await at.page.getByText("all bands confirmed: stopped").waitFor();
      expect((await view()).playing).toBe(false);
    }
  });

  test("ends gently, says a word, and looks back", async () => {
    await fetch(`${at.url}api/start`, POSTED);
    await at.page.evaluate('location.hash = "run"');
    await at.page.locator(".on-run").waitFor();
    await at.press("End gently");
    await at.page.getByLabel("A word from Robin").fill("lighter");
    await at.page.getByLabel("A word from Robin").press("Enter");
    await at.page.getByText("kept", { exact: true }).waitFor();
    await at.press("Close the session");
    await at.page.getByRole("heading", { name: "What was done" }).waitFor();
    const page = await fetch(`${at.url}look-back`);
    expect([page.status, (await page.text()).includes("Tuesday group")]).toEqual([200, true]);
    expect(at.complaints).toEqual([]);
  });
});

const POSTED = { method: "POST", headers: { "content-type": "application/json", "x-entrain": "1" }, body: "{}" };

/** In the browser: counts the tones that the page has made. */
const COUNT_TONES = `
  globalThis.seen = { tones: 0 };
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function () {
    globalThis.seen.tones++;
    return createOscillator.call(this);
  };
`;

describe("a class of thirty", { timeout: TIMEOUT }, () => {
  const at = new Facilitator();
  beforeAll(() => at.open(30), TIMEOUT);
  afterAll(() => at.close(), TIMEOUT);

  test("two presses from the open page to thirty bands that beat, and sound in time with them; one press silences all", async () => {
    await at.page.addInitScript(COUNT_TONES);
    await at.page.reload();
    const tones = (): Promise<number> =>
      at.page.evaluate(() => (globalThis as unknown as { seen: { tones: number } }).seen.tones);
    const begunMs = performance.now();
    await at.press("A class");
    await at.page.getByText("30 bands are here.").waitFor();
    await at.press("Start the beat");
    await until(async () => (await at.view()).bands.filter(({ status }) => status === "playing").length === 30);
    expect(performance.now() - begunMs).toBeLessThan(CLASS_WITHIN_MS);
    await until(async () => (await tones()) > 2);
    await at.page.keyboard.press("Space");
    await at.page.getByText("all bands confirmed: stopped").waitFor();
    const silent = await tones();
    await at.page.waitForTimeout(1_000);
    expect(await tones()).toBe(silent);
    // A class keeps no names.
    expect((await at.view()).bands.map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, k) => String(k + 1)),
    );
    expect(at.complaints).toEqual([]);
  });
});
