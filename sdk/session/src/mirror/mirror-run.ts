import type { BandGroup, GroupEvent } from "@entrain/band";
import type { ConsentEntry, ConsentUse, Entry, WristSource } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import { MirrorCounts, type RouteView } from "./mirror-counts.ts";
import { type Onset, PulseSender } from "./pulse-sender.ts";
import { checkRings, type Ring, swapped } from "./ring.ts";
import { type MissingConsent, type Routes, routesOf } from "./routes.ts";

export interface MirrorView {
  readonly rings: readonly Ring[];
  /** By member. */
  readonly wrists: readonly WristSource[];
  readonly routes: readonly RouteView[];
  /** What must still be said before everybody in a ring feels its leader. */
  readonly missing: readonly MissingConsent[];
}

export interface MirrorRunOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly append?: (entry: Entry) => void;
  /** A member's wrist is free for the beat, or taken by something else. */
  readonly setPaced: (member: number, isPaced: boolean) => void;
}

/** Movement that reaches another wrist, or the own one: whose, by what each chose, and only where both agreed. */
export class MirrorRun {
  private readonly opts: MirrorRunOpts;
  private readonly names: readonly string[];
  private readonly senders: readonly PulseSender[];
  /** What members chose for themselves; nothing = the partner where they are in a ring, else the beat. */
  private readonly chosen = new Map<number, WristSource>();
  private readonly consents = new Set<string>();
  private readonly counts = new Map<string, MirrorCounts>();
  private readonly leading = new Set<number>();
  private readonly unpaced = new Set<number>();
  /** Their onsets are wanted for something else than a wrist. */
  private readonly listenedTo = new Set<number>();
  private rings: readonly Ring[] = [];
  private routes: Routes = { followersOf: new Map(), missing: [] };

  constructor(opts: MirrorRunOpts) {
    this.opts = opts;
    this.names = opts.group.bands.map(({ name }) => name);
    this.senders = opts.group.bands.map(
      (band, follower) =>
        new PulseSender(opts.scheduler, band, (onset, outcome) => {
          const { leader, onsetMicros } = onset;
          const tMicros = opts.scheduler.nowMicros();
          opts.append?.({ kind: "mirrored", tMicros, leader, follower, onsetMicros, ...outcome });
          this.countsOf(leader, follower).take(outcome);
        }),
    );
  }

  view(): MirrorView {
    return {
      rings: this.rings,
      wrists: this.names.map((_, member) => this.sourceOf(member)),
      routes: [...this.routes.followersOf].flatMap(([leader, followers]) =>
        followers.map((follower) => this.countsOf(leader, follower).view(leader, follower)),
      ),
      missing: this.routes.missing,
    };
  }

  sourceOf(member: number): WristSource {
    const isInRing = this.rings.some(({ members, leader }) => members.includes(member) && leader !== member);
    return this.chosen.get(member) ?? (isInRing ? "partner" : "beat");
  }

  /**
   * From now on, in each ring, the leader's movement reaches all the others.
   *
   * @throws Error that a person can read, where nobody in a ring could feel its leader for want of a consent
   */
  arrange(rings: readonly Ring[]): void {
    checkRings(rings, this.names.length);
    for (const { members, leader } of rings) {
      const followers = members.filter((member) => member !== leader);
      const lacking = [
        ...(this.hasGiven(leader, "felt-by-others") ? [] : [`${this.nameOf(leader)} to be felt by others`]),
        ...(followers.some((member) => this.hasGiven(member, "feel-others"))
          ? []
          : [`${followers.map((member) => this.nameOf(member)).join(" or ")} to feel others`]),
      ];
      if (lacking.length > 0)
        throw new Error(
          `nobody feels another person unless both agreed: expected ${lacking.join(" and ")}, found no consent`,
        );
    }
    this.rings = rings.map(({ members, leader }) => ({ members: [...members], leader }));
    const tMicros = this.opts.scheduler.nowMicros();
    this.opts.append?.({ kind: "mirror", tMicros, rings: this.rings });
    this.reroute();
  }

  /** In each ring the next one leads. @throws Error as {@link arrange}; then all stays as it was */
  swap(): void {
    this.arrange(this.rings.map(swapped));
  }

  /** What reaches a member's wrist from now on. @throws Error where that wants a consent which was not given */
  choose(member: number, source: WristSource, by: "host" | "band"): void {
    if (this.names[member] === undefined)
      throw new Error(`expected a member from 0 to ${String(this.names.length - 1)}, found ${String(member)}`);
    if ((source === "partner" || source === "group") && !this.hasGiven(member, "feel-others"))
      throw new Error(`expected ${this.nameOf(member)} to agree to feel others, found no consent`);
    this.chosen.set(member, source);
    this.opts.append?.({ kind: "wrist", tMicros: this.opts.scheduler.nowMicros(), member, source, by });
    this.reroute();
  }

  /** Consents act at once, both ways. */
  obey({ member, use, given }: Pick<ConsentEntry, "member" | "use" | "given">): void {
    if (use !== "felt-by-others" && use !== "feel-others") return;
    if (given) this.consents.add(`${String(member)} ${use}`);
    else this.consents.delete(`${String(member)} ${use}`);
    this.reroute();
  }

  /** Has a member's band tell of onsets, whoever feels them. */
  listenTo(member: number, isWanted: boolean): void {
    if (isWanted) this.listenedTo.add(member);
    else this.listenedTo.delete(member);
    this.reroute();
  }

  take({ member, event }: GroupEvent): void {
    this.senders[member]?.take(event);
    // Whoever comes back has forgotten that they lead.
    if (event.kind === "state" && event.state === "ready" && this.leading.delete(member)) this.tellLeaders();
    if (event.kind !== "onset") return;
    const { onsetMicros, strengthG } = event;
    const onset: Onset = { leader: member, onsetMicros, strengthG };
    for (const follower of this.routes.followersOf.get(member) ?? [])
      if (!this.opts.group.isRestedByWearer(follower)) this.senders[follower]?.send(onset);
  }

  private reroute(): void {
    this.routes = routesOf({
      groupSize: this.names.length,
      rings: this.rings,
      sourceOf: (member) => this.sourceOf(member),
      hasGiven: (member, use) => this.hasGiven(member, use),
    });
    this.names.forEach((_, member) => {
      const isPaced = this.sourceOf(member) === "beat";
      if (isPaced !== this.unpaced.has(member)) return;
      if (isPaced) this.unpaced.delete(member);
      else this.unpaced.add(member);
      this.opts.setPaced(member, isPaced);
    });
    this.tellLeaders();
  }

  private tellLeaders(): void {
    this.opts.group.bands.forEach((band, member) => {
      const leads = this.listenedTo.has(member) || this.routes.followersOf.has(member);
      if (leads === this.leading.has(member) || band.state !== "ready") return;
      if (leads) this.leading.add(member);
      else this.leading.delete(member);
      // A board that cannot, or a link that ends, is told again when it is ready again.
      band.lead(leads).catch(() => this.leading.delete(member));
    });
  }

  private hasGiven(member: number, use: ConsentUse): boolean {
    return this.consents.has(`${String(member)} ${use}`);
  }

  private nameOf(member: number): string {
    return this.names[member] ?? String(member);
  }

  private countsOf(leader: number, follower: number): MirrorCounts {
    const key = `${String(leader)} ${String(follower)}`;
    const counts = this.counts.get(key) ?? new MirrorCounts();
    this.counts.set(key, counts);
    return counts;
  }
}
