import { BandError, type ByteLink, FrameBand, type OpenLink } from "@entrain/band";
import type { HeldClock } from "../record/held-clock.ts";

export interface SeatOpts {
  /** Of the person, or the number. */
  readonly name: string;
  readonly scheduler: HeldClock;
  /** What is put around each link, such as the recorder of its lines. */
  readonly around: (openLink: OpenLink) => OpenLink;
}

const TAKEN_AWAY = "the band was taken away";

/**
 * A place in a group, and whichever band is there. A session has one from its beginning for everybody who may come: until
 * a band is there it has no signal, and a band that takes another's place counts as one that started anew. So members
 * stay what they are in scores and in the file, whatever they wear.
 */
export class Seat {
  readonly band: FrameBand;
  private readonly name: string;
  private openTaken: OpenLink | undefined;
  private link: ByteLink | undefined;

  constructor({ name, scheduler, around }: SeatOpts) {
    this.name = name;
    this.band = new FrameBand({ name, scheduler, openLink: around(() => this.open()) });
    this.band.seek();
  }

  /** A band is here from now on, or none; what was here before is let go. */
  async take(openLink: OpenLink | undefined): Promise<void> {
    const { link } = this;
    this.link = undefined;
    this.openTaken = openLink;
    if (link === undefined) return;
    link.onClose?.(TAKEN_AWAY);
    await link.close();
  }

  private async open(): Promise<ByteLink> {
    const wanted = this.openTaken;
    if (wanted === undefined)
      throw new BandError("port-not-found", `expected a band for ${this.name}, found that none was given yet`);
    const link = await wanted();
    if (wanted !== this.openTaken) {
      await link.close();
      throw new BandError("closed", `expected the band of ${this.name}, found that it was given another meanwhile`);
    }
    this.link = link;
    return link;
  }
}
