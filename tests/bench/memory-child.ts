import { Room } from "./room.ts";

/** Ten virtual minutes of thirty bands in a process of their own; prints what memory it takes, in bytes. */
const MINUTES = 10;
const BANDS = 30;

const room = new Room(BANDS, "direct");
await room.begin();
const atStart = process.memoryUsage.rss();
for (let minute = 0; minute < MINUTES; minute++) await room.pass(60);
process.stdout.write(`${String(atStart)} ${String(process.memoryUsage.rss())}\n`);
process.exit(0);
