// `npm run bench:hour`: the session file of a whole hour, printed; `npm run bench` measures a tenth of it.
// `npm run bench:hour -- MINUTES` takes so many.
import { benchRecording } from "./recording.ts";

const [minutes = 60] = process.argv.slice(2).map(Number);

for (const { what, value } of benchRecording(minutes)) process.stdout.write(`${what}: ${value}\n`);
