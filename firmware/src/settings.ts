import { Manner } from "@entrain/protocol";

/**
 * What a band keeps through a restart, in a file of its own. An array, because names cost memory: format, manner, and
 * the measured lag beyond the board's (µs), then what the motor's driver found out about its motor; 0 = nothing yet.
 */
export const MANNER = 1;
export const LAG_OFFSET = 2;
export const DRIVER_COMPENSATION = 3;
export const DRIVER_BACK_EMF = 4;
export const DRIVER_FEEDBACK = 5;
/** Which band of which group, for a bridge; absent where nobody said. */
export const AIR_NUMBER_OF_BAND = 6;
export const AIR_GROUP_OF_BAND = 7;

const FILE = "entrain.json";
const FORMAT = 1;

export let settings: number[] = [FORMAT, Manner.motor, 0, 0, 0, 0];

/** A file that is not ours, or none, changes nothing. */
export const loadSettings = (): void => {
  const found = espruinoRequire("Storage").readJSON(FILE, true);
  if (found && found[0] === FORMAT) settings = found;
};

/** Writing stops the interpreter for some milliseconds: only ever done at rest. */
export const keepSettings = (): void => {
  espruinoRequire("Storage").writeJSON(FILE, settings);
};
