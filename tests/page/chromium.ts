import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { findChromium } from "../find-chromium.mjs";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export type BrowserOpts = Omit<
  NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>,
  "executablePath" | "args"
>;

/** A Chromium with a fresh profile. @throws Error where there is none */
export const openBrowser = async (opts: BrowserOpts = {}): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("expected a Chromium; npm test installs one where it can");
  const profile = mkdtempSync(join(tmpdir(), "entrain-chromium-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: QUIET, ...opts });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
