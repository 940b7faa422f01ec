import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createServer, type Server } from "@entrain/server";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../page/chromium.ts";
import { SCENES, type Scene } from "../page/scenes.ts";

const TIMEOUT = 120_000;
const PAGE = fileURLToPath(new URL("../../host/dashboard/dist/page/", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

const OPTIONS = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true } },
};

/** What axe-core has to say against WCAG 2.2, levels A and AA, and its best practices for targets. */
const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: AXE });
  const violations: readonly Violation[] = await page.evaluate(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary.split("\n")[1] ?? ""}`,
    ),
  );
};

/** Controls smaller than 44 × 44 CSS pixels; a radio button's target is its label. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll("button, select, a[href], label:has(input[type=radio]), input[type=text]")]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
    .map(({ element, box }) => element.outerHTML.slice(0, 80) + ": " + box.width + " × " + box.height)`);

/** Each screen and state on a stage behind the real server, in a real Chromium: clean for axe-core, targets large enough. */
describe("the page for everybody", { timeout: TIMEOUT }, () => {
  let server: Server | undefined;
  let browser: Browser | undefined;

  const visit = async ({ session, size, scheme = "light", path = "#run", full = false, act }: Scene): Promise<Page> => {
    server = await createServer({ session: session(), pageDir: PAGE, port: 0 });
    const page = (await browser?.context.newPage()) as Page;
    // Tall enough that the bar with STOP lies over nothing: what is scrolled to is never behind it.
    await page.setViewportSize(full ? { ...size, height: 2400 } : size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(server.url + path);
    await page.getByRole("img").first().waitFor();
    await act?.(page);
    return page;
  };

  beforeAll(async () => {
    browser = await openBrowser({ bypassCSP: true, locale: "en" });
  }, TIMEOUT);

  afterAll(async () => {
    await browser?.close();
  }, TIMEOUT);

  test.each(SCENES.map((scene) => [scene.name, scene] as const))("%s", async (_, scene) => {
    const page = await visit(scene);
    try {
      expect(await violationsOn(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    } finally {
      // What is kept in the browser would be another scene's beginning.
      await page.evaluate("localStorage.clear()");
      await page.close();
      await server?.close();
    }
  });
});
