import { startTaps } from "#board";
import { isStoppedByWearer } from "./state.ts";
import { dim, resume, stopByWearer } from "./wearer.ts";

/**
 * For a band with no button. A double tap stops. While stopped, two double taps in a row go on with the group, three or
 * more are softer: nobody does either by chance.
 */

/** Double taps further apart than this do not belong together. */
const PAUSE_MILLIS = 1500;

let timer = 0;
let taps = 0;

const conclude = (): void => {
  timer = 0;
  if (taps === 2) resume();
  else if (taps > 2) dim();
  taps = 0;
};

export const startDoubleTaps = (): void => {
  startTaps(() => {
    if (!isStoppedByWearer) {
      taps = 0;
      stopByWearer();
      return;
    }
    taps++;
    if (timer !== 0) clearTimeout(timer);
    timer = setTimeout(conclude, PAUSE_MILLIS);
  });
};
