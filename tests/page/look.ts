// For looking at the page while it is made: `node --conditions=@entrain/source --import tsx tests/page/look.ts NAME …`
import { fileURLToPath } from "node:url";
import { mkdirSync } from "node:fs";
import { createServer } from "@entrain/server";
import { openBrowser } from "./chromium.ts";
import { SCENES } from "./scenes.ts";

const PAGE = fileURLToPath(new URL("../../host/dashboard/dist/page/", import.meta.url));
const [out = "/tmp/look", ...wanted] = process.argv.slice(2);
mkdirSync(out, { recursive: true });

for (const scene of SCENES) {
  if (wanted.length > 0 && !wanted.some((name) => scene.name.startsWith(name))) continue;
  const server = await createServer({ session: scene.session(), pageDir: PAGE, port: 0 });
  const browser = await openBrowser({
    viewport: scene.size,
    colorScheme: scene.scheme ?? "light",
    locale: scene.locale ?? "en",
  });
  const page = await browser.context.newPage();
  page.on("console", (message) => void process.stderr.write(`${scene.name}: ${message.text()}\n`));
  page.on("pageerror", (error) => void process.stderr.write(`${scene.name}: ${error.message}\n`));
  await page.goto(server.url + (scene.path ?? "#run"));
  await page.locator("canvas").first().waitFor();
  await scene.act?.(page);
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${out}/${scene.name}.png`, fullPage: scene.full ?? false });
  await browser.close();
  await server.close();
}
process.exit(0);
