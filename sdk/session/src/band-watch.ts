import type { Band, BandEvent } from "@entrain/band";
import { BandState } from "@entrain/protocol";
import type { BandStatus, BandView } from "./contract.ts";

/** `health.batteryPercent` where the band does not know. */
const UNKNOWN_BATTERY = 255;

/** Keeps what a viewer is shown of one band. */
export class BandWatch {
  private readonly band: Band;
  private readonly member: number;
  private batteryPercent: number | undefined;
  private restedByWearer = false;

  constructor(band: Band, member: number) {
    this.band = band;
    this.member = member;
  }

  take(event: BandEvent): void {
    if (event.kind === "wearer" && event.action === "stop") this.restedByWearer = true;
    else if (event.kind === "wearer" && event.action === "resume") this.restedByWearer = false;
    // What the wearer did while the band was away, or before this session began.
    else if (event.kind === "state" && event.state === "measuring")
      this.restedByWearer = this.band.info?.state === BandState.stoppedByWearer;
    else if (event.kind === "health") {
      const { batteryPercent, state } = event.health;
      this.batteryPercent = batteryPercent === UNKNOWN_BATTERY ? undefined : batteryPercent;
      this.restedByWearer = state === BandState.stoppedByWearer;
    }
  }

  view(playing: boolean): BandView {
    const { name, info } = this.band;
    const errors = this.band.statistics().received.errors;
    const clockErrorMicros = this.band.clockMap()?.errorMicros;
    return {
      member: this.member,
      name,
      board: info?.boardId ?? "",
      status: this.status(playing),
      ...(this.batteryPercent !== undefined && { batteryPercent: this.batteryPercent }),
      ...(clockErrorMicros !== undefined && { clockErrorMicros }),
      restedByWearer: this.restedByWearer,
      framesBad: Object.values(errors).reduce((sum, count) => sum + count, 0),
    };
  }

  private status(playing: boolean): BandStatus {
    switch (this.band.state) {
      case "connecting":
      case "measuring":
        return "connecting";
      case "no-signal":
      case "closed":
        return "no-signal";
      case "ready":
        return playing && !this.restedByWearer ? "playing" : "resting";
    }
  }
}
