import "./natives.ts";
import { BandErrorCode } from "@entrain/protocol";
import { HAS_AIR, startAir } from "#air";
import { HAS_BUTTON, HAS_SCREEN, startMotor, startScreen, startWatchdog } from "#board";
import { startButton } from "./button.ts";
import { startDoubleTaps } from "./double-tap.ts";
import { readWaiting } from "./frame-in.ts";
import { startHealth } from "./health.ts";
import { payAck, startLink } from "./link.ts";
import { startMotion } from "./motion.ts";
import { lendMotor, motorOff, whenPulseOver } from "./motor.ts";
import { rest, startPlayer } from "./player.ts";
import { flushReports, isReportDue, reportError } from "./report.ts";
import { refreshScreen } from "./screen.ts";
import { loadSettings } from "./settings.ts";
import { stopByWearer } from "./wearer.ts";

motorOff();
loadSettings();
const motorFault = startMotor(lendMotor);
if (motorFault) reportError(BandErrorCode.motor, motorFault);

process.on("uncaughtException", () => {
  motorOff();
  rest(false);
  reportError(BandErrorCode.exception, 0);
});
E.on("kill", motorOff);

startPlayer(() => {
  payAck();
  if (isReportDue) flushReports();
  refreshScreen();
  readWaiting();
});
whenPulseOver(() => {
  payAck();
  refreshScreen();
  readWaiting();
});
if (HAS_BUTTON) startButton();
else startDoubleTaps();
if (HAS_SCREEN) startScreen(stopByWearer);
startLink();
startMotion();
startHealth();
if (HAS_AIR) startAir();
startWatchdog();
// From here on the link carries frames and no prompt: nobody nearby may run code on a band that somebody wears.
E.setConsole(null, { force: true });
