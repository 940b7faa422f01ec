import type { BandGroup } from "@entrain/band";
import type { StopView } from "./contract.ts";

const NO_STOP: StopView = { state: "none", unconfirmed: [] };

/** How the last stop of all stands. */
export class StopWatch {
  private current: StopView = NO_STOP;
  private stops = 0;

  get view(): StopView {
    return this.current;
  }

  /** Not awaited: the view says who has confirmed, and a band that is away must not hold up the answer. */
  begin(group: BandGroup): void {
    const number = ++this.stops;
    void group.stopAll(({ unconfirmed }) => {
      // Only the last stop counts: an older one may be confirmed by a band that has been started since.
      if (number === this.stops)
        this.current = { state: unconfirmed.length > 0 ? "waiting" : "confirmed", unconfirmed };
    });
  }

  /** Something plays again. */
  end(): void {
    this.stops++;
    this.current = NO_STOP;
  }
}
