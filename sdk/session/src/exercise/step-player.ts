import type { PlanSender } from "./plan-sender.ts";
import { TAKEN_MICROS } from "./run-opts.ts";
import { type StandingStep, timeOfBar } from "./standing-step.ts";
import type { Timers } from "./timers.ts";

/** Sends a step, and sends it again before a plan runs out: only so many breaths fit one. */
export class StepPlayer {
  private readonly sender: PlanSender;
  private readonly renewals: Timers;
  private readonly standing: () => StandingStep | undefined;

  /** @param standing - the step under way by then */
  constructor(sender: PlanSender, renewals: Timers, standing: () => StandingStep | undefined) {
    this.sender = sender;
    this.renewals = renewals;
    this.standing = standing;
  }

  /** From a bar of its course on. */
  send(step: StandingStep, bar: number): void {
    const { laid, cast, course, beatsBefore } = step;
    const bars = this.sender.sendPart({ laid, cast, course, bar, beatsBefore, fromMicros: timeOfBar(step, bar) });
    const last = bar + bars - 1;
    if (!Number.isFinite(last)) return;
    this.renewals.at(timeOfBar(step, last) + TAKEN_MICROS, () => {
      const now = this.standing();
      if (now?.place === step.place && timeOfBar(now, last + 1) < (now.endsMicros ?? Infinity) - TAKEN_MICROS)
        this.send(now, last + 1);
    });
  }

  /** What was sent is renewed no more. */
  forget(): void {
    this.renewals.clear();
  }
}
