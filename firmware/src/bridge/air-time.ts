import { clockSeconds } from "../natives.ts";

/** The air's clock begins with the bridge: its ticks then come round after 36 hours, and not in the middle of a session. */
const zeroSeconds = clockSeconds();

export const airSeconds = (): number => clockSeconds() - zeroSeconds;
