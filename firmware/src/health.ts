import { nowMicros } from "./clock.ts";
import { takeCredit } from "./credit.ts";
import { framesBad, framesGood } from "./frame-in.ts";
import { out16, out32, out8, outF64, send } from "./frame-out.ts";
import { samplesDropped } from "./motion.ts";
import { pulsesWithheld } from "./motor.ts";
import { checkContact, isQuiet, takeWorstLateness } from "./player.ts";
import { flushReports } from "./report.ts";
import { checkScreen } from "./screen.ts";
import { bandState, checkBattery } from "./state.ts";
import {
  HEALTH,
  HEALTH_BAD_U32,
  HEALTH_BATTERY,
  HEALTH_DROPPED_U32,
  HEALTH_END,
  HEALTH_FREE_U16,
  HEALTH_GOOD_U32,
  HEALTH_LATENESS_U16,
  HEALTH_STATE,
  HEALTH_T_F64,
  HEALTH_WITHHELD_U32,
} from "./wire.ts";

const SECONDS_PER_REPORT = 5;
const MAX_U16 = 65535;
let seconds = 0;
let battery = 255;
let isDue = false;

/** Sends the report if it is due. Asked whenever there is new credit, too: samples would else always have taken it. */
export const flushHealth = (): void => {
  if (!isDue || isQuiet() || !takeCredit()) return;
  isDue = false;
  const free = process.memory(false).free;
  const lateness = takeWorstLateness();
  outF64[HEALTH_T_F64] = nowMicros();
  out32[HEALTH_GOOD_U32] = framesGood();
  out32[HEALTH_BAD_U32] = framesBad();
  out32[HEALTH_WITHHELD_U32] = pulsesWithheld();
  out32[HEALTH_DROPPED_U32] = samplesDropped();
  out16[HEALTH_FREE_U16] = free > MAX_U16 ? MAX_U16 : free;
  out16[HEALTH_LATENESS_U16] = lateness > MAX_U16 ? MAX_U16 : lateness;
  out8[HEALTH_BATTERY] = battery;
  out8[HEALTH_STATE] = bandState();
  send(HEALTH, HEALTH_END);
};

/** Once a second: feeds the watchdog, and looks at what nobody reports by himself. */
export const startHealth = (): void => {
  setInterval(() => {
    E.kickWatchdog();
    checkContact();
    flushReports();
    checkScreen();
    seconds++;
    if (seconds < SECONDS_PER_REPORT) return;
    seconds = 0;
    // In the quiet, too: a second is a whole number of beats at many tempi, and would meet it every time.
    battery = checkBattery();
    isDue = true;
    flushHealth();
  }, 1000);
};
