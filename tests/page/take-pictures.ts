// `npm run pictures [-- FOLDER NAME …]`: photographs the scenes; without names those that docs show. Needs the built page.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "@entrain/server";
import { openBrowser } from "./chromium.ts";
import { SCENES, type Scene } from "./scenes.ts";

const PAGE = fileURLToPath(new URL("../../host/dashboard/dist/page/", import.meta.url));
const DOCS = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const SHOWN_IN_DOCS = new Set([
  "run",
  "run-dark",
  "run-phone",
  "class",
  "lead",
  "person",
  "projector",
  "projector-choral",
  "pictures",
]);
/** The ring has come to where people are, and traces have a beginning. */
const SETTLES_MS = 1500;
const PICTURES_FILL_MS = 21_000;

const take = async (scene: Scene, folder: string): Promise<void> => {
  const { name, size, scheme = "light", locale = "en", path = "#run", full = false, act, session } = scene;
  const server = await createServer({ session: session(), pageDir: PAGE, port: 0 });
  const browser = await openBrowser({ viewport: size, colorScheme: scheme, locale });
  const page = await browser.context.newPage();
  await page.goto(server.url + path);
  await page.locator("canvas").first().waitFor();
  await act?.(page);
  await page.mouse.move(1, 1);
  await page.evaluate("scrollTo(0, 0)");
  await page.waitForTimeout(name.startsWith("pictures") ? PICTURES_FILL_MS : SETTLES_MS);
  if (full) {
    const height = await page.evaluate<number>("document.documentElement.scrollHeight");
    await page.setViewportSize({ ...size, height });
    await page.waitForTimeout(SETTLES_MS);
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await browser.close();
  await server.close();
};

const [folder = DOCS, ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const scene of SCENES) {
  const isWanted = wanted.length === 0 ? SHOWN_IN_DOCS.has(scene.name) : wanted.includes(scene.name);
  if (isWanted) await take(scene, folder);
}
process.exit(0);
