import type { BandGroup, GroupEvent } from "@entrain/band";

/** Has just those bands tell of movement onsets whose onsets somebody wants: for nobody else it costs anything. */
export class Leaders {
  private readonly group: BandGroup;
  private readonly told = new Set<number>();
  private wanted: ReadonlySet<number> = new Set();

  constructor(group: BandGroup) {
    this.group = group;
  }

  want(members: ReadonlySet<number>): void {
    this.wanted = members;
    this.group.bands.forEach((band, member) => {
      const leads = this.wanted.has(member);
      if (leads === this.told.has(member) || band.state !== "ready") return;
      if (leads) this.told.add(member);
      else this.told.delete(member);
      // A board that cannot, or a link that ends, is asked again when it is ready again.
      band.lead(leads).catch(() => this.told.delete(member));
    });
  }

  /** Whoever comes back has forgotten that they lead. */
  take({ member, event }: GroupEvent): void {
    if (event.kind !== "state") return;
    this.told.delete(member);
    if (event.state === "ready") this.want(this.wanted);
  }
}
