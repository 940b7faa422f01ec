import type { BandGroup } from "@entrain/band";
import { type Pattern, type PersonSettings, type Plan, steadyPlan } from "@entrain/pacing";
import type { Entry } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import { asEntry, memberPlans } from "./exercise/plan-entries.ts";
import type { Pacer } from "./pacer.ts";

export interface PlainBeatOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly pacer: Pacer;
  readonly pattern: Pattern;
  readonly record: (entry: Entry) => void;
  readonly settingsOf: (member: number) => PersonSettings;
  /** Plans by member as they chose: silent for whoever has something else on the wrist. */
  readonly asChosen: (plans: readonly Plan[]) => readonly Plan[];
}

/** The beat outside exercises: one for all, for each as they want it. */
export class PlainBeat {
  private readonly opts: PlainBeatOpts;

  constructor(opts: PlainBeatOpts) {
    this.opts = opts;
  }

  /** Begins, or goes on at a tempo from the next bar line. @throws PacingError for a tempo out of range */
  async play(bpm: number): Promise<void> {
    const { scheduler, group, pacer, pattern, record, settingsOf, asChosen } = this.opts;
    const tMicros = scheduler.nowMicros();
    const { plan, fromMicros, beatsBefore } = pacer.next(bpm, pattern, tMicros);
    const { beatZeroMicros, revision } = plan;
    const plans = asChosen(
      group.bands.map((_, member) =>
        steadyPlan({ bpm, pattern, beatZeroMicros, revision, settings: settingsOf(member) }),
      ),
    );
    record({ kind: "plan", tMicros, fromMicros, beatsBefore, bpm, plan: asEntry(plan) });
    for (const entry of memberPlans(plans, plan, fromMicros, tMicros)) record(entry);
    await group.playEach(plans, fromMicros);
  }
}
