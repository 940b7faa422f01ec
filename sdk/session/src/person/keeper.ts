import type { BandGroup } from "@entrain/band";
import type { ConsentEntry, ConsentUse } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import type { BandWatch } from "../band-watch.ts";
import type { Company } from "../company.ts";
import type { KeepCommand } from "../contract.ts";
import { entryOfCommand } from "../record/keep.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Admission } from "./admission.ts";
import type { Attendance } from "./attendance.ts";

const ACT_AT_ONCE: ReadonlySet<ConsentUse> = new Set([
  "live-out",
  "scoring",
  "felt-by-others",
  "feel-others",
  "pulses",
  "shown",
]);

export interface KeeperOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly recorder: Recorder | undefined;
  readonly company: Company;
  readonly watches: readonly BandWatch[];
  readonly attendance: Attendance;
  readonly admission: Admission;
}

/** What people say during a session: kept where anything is, and consents obeyed at once. */
export class Keeper {
  private readonly opts: KeeperOpts;

  constructor(opts: KeeperOpts) {
    this.opts = opts;
  }

  /** @throws Error that a person can read */
  take(command: KeepCommand): void {
    const { recorder, scheduler, group } = this.opts;
    const actsAtOnce = command.kind === "consent" && ACT_AT_ONCE.has(command.use);
    if (recorder === undefined && !actsAtOnce) throw new Error("nothing is being recorded, so nothing can be kept");
    const entry = entryOfCommand(command, scheduler.nowMicros(), group.bands.length);
    recorder?.append(entry);
    if (entry.kind === "consent") this.obey(entry);
  }

  private obey(consent: ConsentEntry): void {
    const { company, watches, attendance, admission } = this.opts;
    const { member, use, given } = consent;
    company.obey(consent);
    const watch = watches[member];
    if (watch !== undefined && use === "live-out") watch.keptPrivate = !given;
    if (watch !== undefined && use === "shown") watch.isHidden = !given;
    if (use === "scoring") attendance.consent(member, given);
    if (use === "pulses") admission.consent(member, given);
  }
}
