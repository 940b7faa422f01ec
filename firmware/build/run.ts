import { buildFirmware } from "./main.ts";

await buildFirmware();
