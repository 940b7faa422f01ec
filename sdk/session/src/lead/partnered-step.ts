import { VirtualPartner } from "@entrain/pacing";
import type { Reading } from "@entrain/synchrony";
import type { Scheduler } from "@entrain/time";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import { LEAD_MICROS, TAKEN_MICROS } from "../exercise/run-opts.ts";
import { barFrom, timeOfBar } from "../exercise/standing-step.ts";
import type { Pacer } from "../pacer.ts";
import { leadMember, pulseAt } from "./lead-reading.ts";
import type { TempoPart } from "./led-step.ts";

export interface PartneredStepOpts {
  readonly run: ExerciseRun;
  readonly pacer: Pacer;
  readonly scheduler: Scheduler;
  readonly correctionShare: number;
  readonly bpm: number;
  readonly isRested: (member: number) => boolean;
}

/** A step in which the pulse corrects towards whoever leads it, once a bar. */
export class PartneredStep implements TempoPart {
  private readonly opts: PartneredStepOpts;
  private readonly partner: VirtualPartner;

  constructor(opts: PartneredStepOpts) {
    this.opts = opts;
    const beatsPerBar = opts.run.step?.course.beatsPerBar ?? 1;
    this.partner = new VirtualPartner({ correctionShare: opts.correctionShare, bpm: opts.bpm, beatsPerBar });
  }

  take(reading: Reading): void {
    const { run, pacer, scheduler, isRested } = this.opts;
    const { step, leader } = run;
    const member = reading.members[leader];
    const nowMicros = scheduler.nowMicros();
    // A band holds one plan in waiting: the last correction holds before the next is made.
    if (step === undefined || member === undefined || nowMicros < step.originMicros + TAKEN_MICROS) return;
    if (isRested(leader)) return;
    const tMicros = timeOfBar(step, Math.max(1, barFrom(step, nowMicros + LEAD_MICROS)));
    const pulse = pulseAt(pacer, tMicros);
    if (pulse === undefined) return;
    const next = this.partner.next({
      tMicros: reading.tMicros,
      member: leadMember(member),
      bar: { tMicros, ...pulse },
    });
    if (next !== undefined) run.setPace(next);
  }
}
