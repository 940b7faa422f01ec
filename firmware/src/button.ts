import { RESUME_HOLD_MICROS, WearerAction } from "@entrain/protocol";
import { BUTTON_PIN } from "#board";
import { playOwnRhythm } from "./own-rhythm.ts";
import { isStoppedByWearer } from "./state.ts";
import { dim, nextManner, resume, stopByWearer, tellWearer } from "./wearer.ts";

/**
 * One button. Any press stops. While stopped, a hold means 'go', and the short presses just before it say where: none,
 * with the group again; one to three, a breath of one's own, each slower than the one before; four or more, a steady beat
 * in the time that they were tapped in. Short presses with no hold after them: one is softer, two change the manner,
 * three or more are only told, as a tempo, to a host that listens.
 */

/** Contacts bounce for some milliseconds at each press and release; nobody presses twice within this time. */
const BOUNCES_PER_SECOND = 32;
/** Presses further apart than this do not belong together: a tempo of 50 a minute. */
const PAUSE_SECONDS = 1.25;

let timer = 0;
let tEdgeSeconds = 0;
let tFirstSeconds = 0;
let tPressSeconds = 0;
/** Since the last pause, the one that is held included; 0 while the press, begun or just over, is the one that stopped. */
let presses = 0;
let isHolding = false;

const hold = (): void => {
  timer = 0;
  isHolding = false;
  const before = presses - 1;
  presses = 0;
  if (before === 0) resume();
  else playOwnRhythm(before, ((tPressSeconds - tFirstSeconds) * 1000000) / before);
};

const conclude = (): void => {
  timer = 0;
  if (presses === 1) dim();
  else if (presses === 2) nextManner();
  presses = 0;
};

const pressed = (tSeconds: number): void => {
  if (!isStoppedByWearer) {
    presses = 0;
    stopByWearer();
    return;
  }
  if (!(tSeconds - tPressSeconds < PAUSE_SECONDS)) presses = 0;
  if (presses === 0) tFirstSeconds = tSeconds;
  presses++;
  isHolding = true;
};

export const startButton = (): void => {
  setWatch(
    (event) => {
      const sinceEdge = event.time - tEdgeSeconds;
      const bounces = sinceEdge >= 0 && sinceEdge * BOUNCES_PER_SECOND < 1;
      tEdgeSeconds = event.time;
      if (timer !== 0) clearTimeout(timer);
      timer = 0;
      if (event.state) {
        if (!bounces) {
          pressed(event.time);
          tPressSeconds = event.time;
        }
        // A hold that bounced begins anew: only a clean one of two seconds counts.
        if (isHolding) timer = setTimeout(hold, RESUME_HOLD_MICROS / 1000);
      } else if (presses > 0) {
        timer = setTimeout(conclude, PAUSE_SECONDS * 1000);
        if (isHolding && (event.time - tPressSeconds) * BOUNCES_PER_SECOND >= 1) {
          isHolding = false;
          tellWearer(WearerAction.tap, tPressSeconds * 1000000);
        }
      }
    },
    BUTTON_PIN,
    // No debouncing by the interpreter: it would wait before it reports.
    { repeat: true, edge: "both", debounce: 0 },
  );
};
