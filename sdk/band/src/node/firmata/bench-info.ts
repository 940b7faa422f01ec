import { BandState, Capability, PROTOCOL_VERSION } from "@entrain/protocol";
import type { BandInfo } from "../../band.ts";

/** What stands for a bench band's hello; the page and the session file know it by its board id. */
export const benchInfo = (epoch: number, isPlaying: boolean): BandInfo => ({
  protocolVersion: PROTOCOL_VERSION,
  capabilities: Capability.motor | Capability.accelerometer | Capability.gyroscope,
  bootId: epoch,
  accelScaleG: 1 / 4_096,
  gyroScaleDps: 1 / 16.4,
  motorLagMicros: 0,
  bandId: 0,
  maxCredit: 0,
  wearerCap: 255,
  state: isPlaying ? BandState.playing : BandState.resting,
  boardId: "arduino-firmata",
  firmwareVersion: "-",
  interpreterVersion: "Firmata",
});
