// `npm run bench:hour`: the session file of a whole hour, printed; `npm run bench` measures a tenth of it.
import { benchRecording } from "./recording.ts";

const MINUTES = 60;

for (const { what, value } of benchRecording(MINUTES)) process.stdout.write(`${what}: ${value}\n`);
