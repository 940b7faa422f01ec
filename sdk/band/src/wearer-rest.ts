import { BandState } from "@entrain/protocol";
import type { BandEvent, BandInfo } from "./band.ts";

/**
 * Whether a wearer has stopped their band. It is learnt from the act itself, or later from what the band says of itself;
 * it is taken back by the wearer's resume alone. A band that starts anew has forgotten it: whoever paces it has not.
 */
export class WearerRest {
  private rests = false;

  get isResting(): boolean {
    return this.rests;
  }

  /** The wearer has said so in another way than by a resume. */
  end(): void {
    this.rests = false;
  }

  /** @param info - what the band last said of itself */
  take(event: BandEvent, info: BandInfo | undefined): void {
    if (event.kind === "wearer" && event.action === "resume") this.rests = false;
    else if (
      (event.kind === "wearer" && event.action === "stop") ||
      (event.kind === "state" && event.state === "measuring" && info?.state === BandState.stoppedByWearer) ||
      (event.kind === "health" && event.health.state === BandState.stoppedByWearer)
    )
      this.rests = true;
  }
}
