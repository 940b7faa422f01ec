// `npm start`: all set-up, then the demonstration. Needs only Node and npm.
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { ensureBuilt } = await import("./ensure-built.mjs");
ensureBuilt();
const { main } = await import("../dist/index.js");
await main([process.argv[0], "entrain", "demo", ...process.argv.slice(2)]);
