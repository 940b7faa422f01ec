// `npm start`: all set-up, then the page. Needs only Node and npm.
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { ensureBuilt } = await import("./ensure-built.mjs");
ensureBuilt();
const { main } = await import("../dist/index.js");
await main([process.argv[0], "entrain", "start", ...process.argv.slice(2)]);
