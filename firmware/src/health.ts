import { BandErrorCode, BandState } from "@entrain/protocol";
import { nowMicros } from "./clock.ts";
import { shareInSilence } from "./contact.ts";
import { sendUnasked, sent, upTo } from "./credit.ts";
import { framesBad, framesGood } from "./frame-in.ts";
import { frame16, frame32, frame8, frameF64 } from "./frame.ts";
import { takeWorstLateness } from "./lateness.ts";
import { samplesDropped } from "./motion.ts";
import { pulsesWithheld } from "./motor.ts";
import { playerState, playingRevision, rest } from "./player.ts";
import { isQuiet, isQuietFor } from "./quiet.ts";
import { flushReports, isReportDue, reportError } from "./report.ts";
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
/** What a report takes, most of it for counting the free variables (docs/BENCH.md). */
const REPORT_MICROS = 45000;
let seconds = 0;
let battery = 255;
export let isHealthDue = false;
/**
 * A report goes out where credit is left for one more frame: after a long pulse a watch's samples, which cannot wait, fill a
 * frame just when the pulse's report has taken the other. One that has waited for as long as this takes what there is.
 */
const PATIENT = 2;
let creditNeeded = PATIENT;

/** Sends the report that is due. Asked whenever there is new credit, too: samples would else always have taken it. */
export const flushHealth = (): void => {
  if (upTo - sent < creditNeeded || isQuietFor(REPORT_MICROS)) return;
  isHealthDue = false;
  const free = process.memory(false).free;
  const lateness = takeWorstLateness();
  frameF64[HEALTH_T_F64] = nowMicros();
  frame32[HEALTH_GOOD_U32] = framesGood;
  frame32[HEALTH_BAD_U32] = framesBad;
  frame32[HEALTH_WITHHELD_U32] = pulsesWithheld;
  frame32[HEALTH_DROPPED_U32] = samplesDropped;
  frame16[HEALTH_FREE_U16] = free > MAX_U16 ? MAX_U16 : free;
  frame16[HEALTH_LATENESS_U16] = lateness > MAX_U16 ? MAX_U16 : lateness;
  frame8[HEALTH_BATTERY] = battery;
  frame8[HEALTH_STATE] = bandState();
  sendUnasked(HEALTH, HEALTH_END);
};

/** Once in five seconds. In the quiet, too: a second is a whole number of beats at many tempi, and would meet it every time. */
const checkHealth = (): void => {
  seconds = 0;
  battery = checkBattery();
  creditNeeded = isHealthDue ? 1 : PATIENT;
  isHealthDue = true;
  flushHealth();
};

/** A host that has been silent for too long is not waited for. */
const checkContact = (): void => {
  if (playerState() === BandState.resting || shareInSilence(nowMicros()) > 0) return;
  reportError(BandErrorCode.linkQuiet, playingRevision());
  rest(false);
};

/** Once a second: feeds the watchdog, and looks at what nobody reports by himself. */
export const startHealth = (): void => {
  setInterval(() => {
    E.kickWatchdog();
    checkContact();
    if (isReportDue && !isQuiet()) flushReports();
    checkScreen();
    seconds++;
    if (seconds >= SECONDS_PER_REPORT) checkHealth();
  }, 1000);
};
