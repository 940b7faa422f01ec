import { LeadController, type LeadDecision, settingsOfTempo, type StepTempo } from "@entrain/pacing";
import type { Reading } from "@entrain/synchrony";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import type { Pacer } from "../pacer.ts";
import { leadReading } from "./lead-reading.ts";

/** What sets the pace of one step of an exercise from what is read of the group. */
export interface TempoPart {
  take(reading: Reading): void;
}

export interface LedStepOpts {
  readonly run: ExerciseRun;
  readonly pacer: Pacer;
  readonly tempo: Extract<StepTempo, { source: "attune" | "lead" }>;
  readonly members: number;
  readonly counts: (member: number) => boolean;
  readonly onDecision: (decision: LeadDecision, targetBpm: number | undefined) => void;
}

/** A step whose pace the controller sets. */
export class LedStep implements TempoPart {
  private readonly opts: LedStepOpts;
  private readonly controller: LeadController;
  private strengthShare: number;
  private isFelt = false;

  constructor(opts: LedStepOpts) {
    this.opts = opts;
    this.strengthShare = opts.tempo.source === "attune" ? 0 : 1;
    this.controller = new LeadController({
      settings: settingsOfTempo(opts.tempo, "tempo"),
      members: opts.members,
      beatsPerBar: opts.run.step?.course.beatsPerBar ?? 1,
    });
  }

  /** Lets go of the group from now on. */
  letGo(): void {
    this.controller.letGo();
  }

  take(reading: Reading): void {
    const { run, pacer, counts, onDecision } = this.opts;
    const before = this.controller.state.bpm;
    const { pulse, ...rest } = leadReading(reading, pacer, counts);
    // While it listens, the beat goes on unfelt.
    this.isFelt ||= this.strengthShare > 0;
    const decision = this.controller.take(this.isFelt && pulse !== undefined ? { ...rest, pulse } : rest);
    if (decision === undefined) return;
    const { targetBpm } = this.controller.state;
    onDecision(decision, targetBpm > 0 ? targetBpm : undefined);
    const { bpm, strengthShare } = decision;
    if (bpm > 0 && (bpm !== before || strengthShare !== this.strengthShare)) {
      run.setPace({ bpm, strengthShare });
      this.strengthShare = strengthShare;
    }
    const lasts = run.step?.laid.step.lasts;
    if (decision.phase === "ended" && lasts !== undefined && "until" in lasts) run.next();
  }
}
