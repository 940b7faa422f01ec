#!/usr/bin/env node
// Starts the command line; builds first where sources are newer than what was built, so that it works right after
// `npm ci` and after every edit.
import { ensureBuilt } from "./ensure-built.mjs";

ensureBuilt();
const { main } = await import("../dist/index.js");
await main(process.argv);
