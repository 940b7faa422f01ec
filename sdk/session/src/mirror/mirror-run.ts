import type { BandGroup, GroupEvent } from "@entrain/band";
import type { ConsentEntry, ConsentUse, Entry, WristChoice, WristSource } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import { Leaders } from "./leaders.ts";
import { MirrorCounts, type RouteView } from "./mirror-counts.ts";
import type { MirrorParts } from "./part.ts";
import { type Onset, PulseSender } from "./pulse-sender.ts";
import { type MissingConsent, type Routes, routesOf, type Wrist } from "./routes.ts";

export interface MirrorView {
  /** By member, what reaches the wrist in what goes on now; `none` at rest. */
  readonly wrists: readonly WristSource[];
  /** By member, what they chose; `exercise` where they leave it to what goes on. */
  readonly chosen: readonly WristChoice[];
  /** By member, what they can choose with the consents that they gave. */
  readonly choices: readonly (readonly WristChoice[])[];
  readonly routes: readonly RouteView[];
  /** What must still be said before everybody feels whom they are meant to feel. */
  readonly missing: readonly MissingConsent[];
}

export interface MirrorRunOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly append?: (entry: Entry) => void;
  /** Whether a member's band may pulse now. Default: every one. */
  readonly mayFeel?: (member: number) => boolean;
  /** A wearer chose: what they are sent instead of it must follow. */
  readonly onChoice?: () => void;
}

/** Movement that reaches another wrist, or the own one: whose, by what each chose, and only where both agreed. */
export class MirrorRun {
  private readonly opts: MirrorRunOpts;
  private readonly names: readonly string[];
  private readonly senders: readonly PulseSender[];
  private readonly leaders: Leaders;
  private readonly chosen = new Map<number, WristSource>();
  private readonly consents = new Set<string>();
  private readonly counts = new Map<string, MirrorCounts>();
  /** Their onsets are wanted for something else than a wrist. */
  private readonly listenedTo = new Set<number>();
  private parts: MirrorParts = [];
  private routes: Routes = { routes: [], missing: [] };

  constructor(opts: MirrorRunOpts) {
    const { group, scheduler, append } = opts;
    this.opts = opts;
    this.names = group.bands.map(({ name }) => name);
    this.leaders = new Leaders(group);
    this.senders = group.bands.map(
      (band, follower) =>
        new PulseSender(scheduler, band, ({ leader, onsetMicros }, outcome) => {
          append?.({ kind: "mirrored", tMicros: scheduler.nowMicros(), leader, follower, onsetMicros, ...outcome });
          this.countsOf(leader, follower).take(outcome);
        }),
    );
  }

  view(): MirrorView {
    const { routes, missing } = this.routes;
    return {
      wrists: this.names.map((_, member) => this.wristOf(member)?.source ?? "none"),
      chosen: this.names.map((_, member) => this.choiceOf(member) ?? "exercise"),
      choices: this.names.map((_, member) => [...this.choicesOf(member), "exercise"]),
      routes: routes.map(({ leader, follower }) => this.countsOf(leader, follower).view(leader, follower)),
      missing,
    };
  }

  /** What a wearer chose, whatever goes on; undefined where they left it to the exercise. */
  choiceOf(member: number): WristSource | undefined {
    return this.chosen.get(member);
  }

  /** What a member can choose with the consents that they gave. */
  choicesOf(member: number): readonly WristSource[] {
    return this.hasGiven(member, "feel-others") ? ["beat", "own", "partner", "group", "none"] : ["beat", "own", "none"];
  }

  /** What goes on has this for each wrist from now on; [] = nothing. */
  arrange(parts: MirrorParts): void {
    this.parts = parts;
    this.reroute();
  }

  /** What reaches a member's wrist from now on. @throws Error where that wants a consent which was not given */
  choose(member: number, source: WristChoice, by: "host" | "band"): void {
    const name = this.names[member];
    if (name === undefined)
      throw new Error(`expected a member from 0 to ${String(this.names.length - 1)}, found ${String(member)}`);
    if (source !== "exercise" && !this.choicesOf(member).includes(source))
      throw new Error(`expected ${name} to agree to feel others, found no consent`);
    if (source === "exercise") this.chosen.delete(member);
    else this.chosen.set(member, source);
    this.opts.append?.({ kind: "wrist", tMicros: this.opts.scheduler.nowMicros(), member, source, by });
    this.reroute();
    this.opts.onChoice?.();
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

  take(groupEvent: GroupEvent): void {
    const { member, event } = groupEvent;
    this.senders[member]?.take(event);
    this.leaders.take(groupEvent);
    if (event.kind !== "onset") return;
    const { onsetMicros, strengthG } = event;
    const onset: Onset = { leader: member, onsetMicros, strengthG };
    const { group, mayFeel = () => true } = this.opts;
    for (const { leader, follower } of this.routes.routes)
      if (leader === member && !group.isRestedByWearer(follower) && mayFeel(follower))
        this.senders[follower]?.send(onset);
  }

  private wristOf(member: number): Wrist | undefined {
    const part = this.parts[member];
    return part && { ...part, source: this.chosen.get(member) ?? part.source };
  }

  private reroute(): void {
    const before = JSON.stringify(this.routes.routes);
    this.routes = routesOf(
      this.names.map((_, member) => this.wristOf(member)),
      (member, use) => this.hasGiven(member, use),
    );
    const { routes } = this.routes;
    this.leaders.want(new Set([...this.listenedTo, ...routes.map(({ leader }) => leader)]));
    if (JSON.stringify(routes) === before) return;
    this.opts.append?.({ kind: "mirror", tMicros: this.opts.scheduler.nowMicros(), routes });
  }

  private hasGiven(member: number, use: ConsentUse): boolean {
    return this.consents.has(`${String(member)} ${use}`);
  }

  private countsOf(leader: number, follower: number): MirrorCounts {
    const key = `${String(leader)} ${String(follower)}`;
    const counts = this.counts.get(key) ?? new MirrorCounts();
    this.counts.set(key, counts);
    return counts;
  }
}
