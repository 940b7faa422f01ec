import type { BandGroup } from "@entrain/band";
import { NO_SETTINGS, type PersonSettings, settingsProblems, softenedSettings, strengthCap } from "@entrain/pacing";
import type { Entry } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";

export interface PeopleOpts {
  readonly group: BandGroup;
  readonly scheduler: Scheduler;
  /** What each member wants, by place in the group; nobody in a session can make it stronger. */
  readonly own: readonly PersonSettings[];
  readonly record: (entry: Entry) => void;
  /** Told at the beginning and at every change. */
  readonly onSettings: (member: number, settings: PersonSettings) => void;
}

/**
 * What each person of a group wants. Plans are made by it; for all that is pulsed beside plans the band is told a cap, and
 * told again whenever it is back: it may have been another's before.
 */
export class People {
  private readonly opts: PeopleOpts;
  private readonly settings: PersonSettings[];

  constructor(opts: PeopleOpts) {
    const { group, own } = opts;
    this.opts = opts;
    this.settings = group.bands.map((_, member) => own[member] ?? NO_SETTINGS);
    group.on(({ member, event }) => {
      if (event.kind === "state" && event.state === "ready") this.tell(member);
    });
  }

  /** Records what everybody wants to begin with. */
  begin(): void {
    this.settings.forEach((settings, member) => {
      if (Object.keys(settings).length > 0) this.keep(member);
    });
  }

  /** A member's settings now. */
  readonly of = (member: number): PersonSettings => this.settings[member] ?? NO_SETTINGS;

  /** @throws Error that a person can read, PacingError `not-softer` */
  ask(member: number, asked: unknown): void {
    const { group, own } = this.opts;
    if (!(Number.isInteger(member) && member >= 0 && member < group.bands.length))
      throw new Error(`expected a member from 0 to ${String(group.bands.length - 1)}, found ${String(member)}`);
    const [problem] = settingsProblems(asked);
    if (problem !== undefined)
      throw new Error(`settings${problem.path}: expected ${problem.expected}, found ${problem.found}`);
    this.settings[member] = softenedSettings(own[member] ?? NO_SETTINGS, asked as PersonSettings);
    this.keep(member);
    this.tell(member);
  }

  private keep(member: number): void {
    const { scheduler, record, onSettings } = this.opts;
    const settings = this.of(member);
    record({ kind: "settings", tMicros: scheduler.nowMicros(), member, settings });
    onSettings(member, settings);
  }

  private tell(member: number): void {
    const band = this.opts.group.bands[member];
    if (band?.state !== "ready") return;
    const settings = this.of(member);
    // A band whose link ends is told when it is back; one that is gentler already refuses, and stays as it is.
    band.cap(strengthCap(settings)).catch(() => undefined);
    if (settings.pulses === "light") band.setManner("light").catch(() => undefined);
  }
}
