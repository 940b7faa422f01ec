import "./natives.ts";
import { BandErrorCode } from "@entrain/protocol";
import { startMotor, startWatchdog } from "#board";
import { readWaiting } from "./frame-in.ts";
import { startHealth } from "./health.ts";
import { payAck, startLink } from "./link.ts";
import { startMotion } from "./motion.ts";
import { motorOff, whenPulseOver } from "./motor.ts";
import { rest, startPlayer } from "./player.ts";
import { flushReports, isReportDue, reportError, reportPulse } from "./report.ts";
import { startWearer } from "./wearer.ts";

motorOff();
startMotor();

process.on("uncaughtException", () => {
  motorOff();
  rest(false);
  reportError(BandErrorCode.exception, 0);
});
E.on("kill", motorOff);

startPlayer((onMicros, plannedMicros, index, revision, millis, strength) => {
  if (millis > 0) reportPulse(onMicros, plannedMicros, index, revision, millis, strength);
  payAck();
  if (isReportDue) flushReports();
  readWaiting();
});
whenPulseOver(() => {
  payAck();
  readWaiting();
});
startWearer();
startLink();
startMotion();
startHealth();
startWatchdog();
// From here on the link carries frames and no prompt: nobody nearby may run code on a band that somebody wears.
E.setConsole(null, { force: true });
