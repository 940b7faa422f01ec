import { spawnSync } from "node:child_process";
import { findChromium } from "./find-chromium.mjs";

const runs = (command, ...args) => spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

/** Installs Chromium where that can be done without asking; else says how, in one command, and ends. */
export const ensureChromium = () => {
  if (findChromium() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (isRoot && hasApt) {
    process.stderr.write("entrain: installing Chromium for the page's tests, once …\n");
    if (
      runs("apt-get", "update", "-qq") &&
      runs("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium") &&
      findChromium() !== undefined
    )
      return;
  }
  const how = hasApt
    ? "sudo apt-get install -y chromium"
    : process.platform === "darwin"
      ? "brew install --cask chromium"
      : "set CHROMIUM_BIN to a Chromium or Chrome";
  process.stderr.write(`entrain: expected a Chromium to test the page with, found none; install it: ${how}\n`);
  process.exit(1);
};
