import { buildFirmware } from "./main.ts";

/** Before any test runs: tests never meet a stale bundle. */
export const setup = buildFirmware;
