import type { ConsentEntry, ConsentUse } from "@entrain/recording";
import type { BandWatch } from "../band-watch.ts";
import type { Company } from "../company.ts";
import type { KeepCommand } from "../contract.ts";
import type { Admission } from "./admission.ts";
import type { Attendance } from "./attendance.ts";

const AT_ONCE: ReadonlySet<ConsentUse> = new Set([
  "live-out",
  "scoring",
  "felt-by-others",
  "feel-others",
  "pulses",
  "shown",
]);

/** Whether something that is said changes what goes on, kept in a file or not. */
export const actsAtOnce = (command: KeepCommand): boolean => command.kind === "consent" && AT_ONCE.has(command.use);

export interface ConsentsOpts {
  readonly watches: readonly BandWatch[];
  readonly attendance: Attendance;
  readonly company: Company;
  readonly admission: Admission;
}

/** Has everything follow what members agree to; of each use the last word counts. */
export class Consents {
  private readonly opts: ConsentsOpts;

  constructor(opts: ConsentsOpts) {
    this.opts = opts;
  }

  obey(consent: ConsentEntry): void {
    const { watches, attendance, company, admission } = this.opts;
    const { member, use, given } = consent;
    watches[member]?.agree(use, given);
    company.obey(consent);
    if (use === "scoring") attendance.consent(member, given);
    if (use === "pulses") admission.consent(member, given);
  }
}
