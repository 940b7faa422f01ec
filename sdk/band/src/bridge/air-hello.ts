import { type AirStatus, bandMicros, Capability, type MessageOf, PROTOCOL_VERSION } from "@entrain/protocol";
import { BURST_STEP_G } from "./air-samples.ts";

/** More than one session of anything needs. */
const CREDIT = 2;

/** What is known of a band by its adverts, as it would say it itself. */
export const helloOf = (band: number, status: AirStatus, state: number): MessageOf<"hello"> => ({
  kind: "hello",
  protocolVersion: PROTOCOL_VERSION,
  capabilities: Capability.motor | Capability.accelerometer,
  bootId: status.boot,
  accelScaleG: BURST_STEP_G,
  gyroScaleDps: 0,
  motorLagMicros: 0,
  bandId: band,
  maxCredit: CREDIT,
  wearerCap: status.wearerCap,
  state,
  boardId: "bridged",
  firmwareVersion: "",
  interpreterVersion: "",
});

export const healthOf = (status: AirStatus, state: number, airMicros: number): MessageOf<"health"> => ({
  kind: "health",
  tMicros: bandMicros(airMicros),
  framesGood: 0,
  framesBad: 0,
  pulsesWithheld: 0,
  samplesDropped: 0,
  freeVariables: 0,
  worstLatenessMicros: 0,
  batteryPercent: status.batteryPercent,
  state,
});
