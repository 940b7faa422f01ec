import { RESUME_HOLD_MICROS, WearerAction } from "@entrain/protocol";
import { BUTTON_PIN } from "#board";
import { motorOff, setWearerCap, wearerCap } from "./motor.ts";
import { rest, resumePlayer } from "./player.ts";
import { flushReports, reportWearer } from "./report.ts";
import { isStoppedByWearer, setStoppedByWearer } from "./state.ts";

/** Strengths that the dimmer goes through, one a press. */
const DIMMER_STEP = 64;
const FULL = 255;
/** Contacts bounce for some milliseconds at each press and release; nobody presses twice within this time. */
const BOUNCE_SECONDS = 1 / 32;
let holdTimer = 0;
let tEdgeSeconds = 0;
let tPressSeconds = 0;
/** What the press, begun or just over, is for: one that stops never turns into one that resumes. */
const STOPPING = 0;
const HOLDING = 1;
const RESUMED = 2;
let press = STOPPING;

const report = (action: number): void => {
  reportWearer(action, wearerCap);
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
  press = RESUMED;
  setStoppedByWearer(false);
  resumePlayer();
  report(WearerAction.resume);
};

const dim = (): void => {
  const cap = wearerCap - DIMMER_STEP;
  setWearerCap(cap > 0 ? cap : FULL);
  report(WearerAction.dim);
};

/** Any press stops. Everything else that the button does, it does only while stopped. */
export const startWearer = (): void => {
  setWatch(
    (event) => {
      const sinceEdge = event.time - tEdgeSeconds;
      const bounces = sinceEdge >= 0 && sinceEdge < BOUNCE_SECONDS;
      tEdgeSeconds = event.time;
      if (holdTimer !== 0) clearTimeout(holdTimer);
      holdTimer = 0;
      if (event.state) {
        if (!bounces) {
          press = isStoppedByWearer ? HOLDING : STOPPING;
          tPressSeconds = event.time;
        }
        if (press === HOLDING) holdTimer = setTimeout(resume, RESUME_HOLD_MICROS / 1000);
        else if (press === STOPPING && !isStoppedByWearer) stop();
      } else if (press === HOLDING && event.time - tPressSeconds >= BOUNCE_SECONDS) {
        press = STOPPING;
        dim();
      }
    },
    BUTTON_PIN,
    // No debouncing by the interpreter: it would wait before it reports.
    { repeat: true, edge: "both", debounce: 0 },
  );
};
