import type { Band, BandEvent } from "@entrain/band";
import type { PersonSettings } from "@entrain/pacing";
import type { ConsentUse } from "@entrain/recording";
import type { BandStatus, BandView } from "./contract.ts";

/** `health.batteryPercent` where the band does not know. */
const UNKNOWN_BATTERY = 255;

/** Keeps what a viewer is shown of one band. */
export class BandWatch {
  private readonly band: Band;
  private readonly member: number;
  private readonly name: string;
  private batteryPercent: number | undefined;
  private consents: Partial<Record<ConsentUse, boolean>> = {};
  private settings: PersonSettings | undefined;

  /** @param name - of the wearer, where it is not that of the band */
  constructor(band: Band, member: number, name = band.name) {
    this.band = band;
    this.member = member;
    this.name = name;
  }

  take(event: BandEvent): void {
    if (event.kind !== "health") return;
    const { batteryPercent } = event.health;
    this.batteryPercent = batteryPercent === UNKNOWN_BATTERY ? undefined : batteryPercent;
  }

  /** The member wants this of any exercise. */
  want(settings: PersonSettings): void {
    this.settings = Object.keys(settings).length > 0 ? settings : undefined;
  }

  /** What the member has said to a use; the last word counts. */
  agree(use: ConsentUse, given: boolean): void {
    this.consents = { ...this.consents, [use]: given };
  }

  /**
   * @param restedByWearer - see `BandGroup.isRestedByWearer`
   * @param hasSaidYes - see `Admission.hasSaidYes`
   */
  view(playing: boolean, restedByWearer: boolean, hasSaidYes = true): BandView {
    const { info } = this.band;
    const errors = this.band.statistics().received.errors;
    const clockErrorMicros = this.band.clockMap()?.errorMicros;
    return {
      member: this.member,
      name: this.name,
      board: info?.boardId ?? "",
      status: this.status(playing && !restedByWearer && hasSaidYes),
      ...(this.batteryPercent !== undefined && { batteryPercent: this.batteryPercent }),
      ...(clockErrorMicros !== undefined && { clockErrorMicros }),
      restedByWearer,
      ...(!hasSaidYes && { awaitsYes: true }),
      ...(this.consents["live-out"] === false && { keptPrivate: true }),
      ...(Object.keys(this.consents).length > 0 && { consents: this.consents }),
      ...(this.settings !== undefined && { settings: this.settings }),
      framesBad: Object.values(errors).reduce((sum, count) => sum + count, 0),
    };
  }

  private status(plays: boolean): BandStatus {
    switch (this.band.state) {
      case "connecting":
      case "measuring":
        return "connecting";
      case "no-signal":
      case "closed":
        return "no-signal";
      case "ready":
        return plays ? "playing" : "resting";
    }
  }
}
