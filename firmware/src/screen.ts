import { HAS_SCREEN, show } from "#board";
import { wearerCapNow } from "./motor.ts";
import { isQuiet } from "./quiet.ts";
import { bandState } from "./state.ts";

let isDue = false;
let shown = -1;

/** Draws what has changed, if it is time to look; asked after every pulse, since drawing takes longer than the quiet. */
export const refreshScreen = (): void => {
  if (!HAS_SCREEN || !isDue || isQuiet()) return;
  isDue = false;
  const state = bandState();
  const cap = wearerCapNow();
  if (state * 256 + cap === shown) return;
  shown = state * 256 + cap;
  show(state, cap);
};

/** Once a second. */
export const checkScreen = (): void => {
  isDue = true;
  refreshScreen();
};
