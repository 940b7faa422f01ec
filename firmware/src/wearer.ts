import { RESUME_HOLD_MICROS, WearerAction } from "@entrain/protocol";
import { BUTTON_PIN } from "#board";
import { motorOff, setWearerCap, wearerCapNow } from "./motor.ts";
import { rest, resumePlayer } from "./player.ts";
import { flushReports, reportWearer } from "./report.ts";
import { isStoppedByWearer, setStoppedByWearer } from "./state.ts";

/** Strengths that the dimmer goes through, one a press. */
const DIMMER_STEP = 64;
const FULL = 255;
let holdTimer = 0;

const report = (action: number): void => {
  reportWearer(action, wearerCapNow());
  flushReports();
};

const stop = (): void => {
  motorOff();
  setStoppedByWearer(true);
  rest(true);
  report(WearerAction.stop);
};

const resume = (): void => {
  holdTimer = 0;
  setStoppedByWearer(false);
  resumePlayer();
  report(WearerAction.resume);
};

const dim = (): void => {
  const cap = wearerCapNow() - DIMMER_STEP;
  setWearerCap(cap > 0 ? cap : FULL);
  report(WearerAction.dim);
};

/** Any press stops. Everything else that the button does, it does only while stopped. */
export const startWearer = (): void => {
  setWatch(
    (event) => {
      if (event.state) {
        if (!isStoppedByWearer()) stop();
        else holdTimer = setTimeout(resume, RESUME_HOLD_MICROS / 1000);
      } else if (holdTimer !== 0) {
        clearTimeout(holdTimer);
        holdTimer = 0;
        dim();
      }
    },
    BUTTON_PIN,
    // No debouncing: it would wait before it reports, and stopping twice does no harm.
    { repeat: true, edge: "both", debounce: 0 },
  );
};
