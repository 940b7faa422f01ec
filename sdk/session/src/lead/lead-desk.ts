import type { BandGroup } from "@entrain/band";
import type { LeadDecision } from "@entrain/pacing";
import type { Entry, LeadState } from "@entrain/recording";
import type { Reading } from "@entrain/synchrony";
import type { Scheduler } from "@entrain/time";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import type { Pacer } from "../pacer.ts";
import { LedStep, type TempoPart } from "./led-step.ts";
import { PartneredStep } from "./partnered-step.ts";

/** One reading in so many is looked at: five a second. */
const TICKS = 5;

export interface LeadDeskOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly pacer: Pacer;
  readonly record: (entry: Entry) => void;
}

/** Where readings become tempo: knows which step of an exercise is led, or has a partner, and hands it the readings. */
export class LeadDesk {
  private readonly opts: LeadDeskOpts;
  private part: TempoPart | undefined;
  /** The step that the part is of. */
  private run: ExerciseRun | undefined;
  private place = -1;
  private last: LeadState | undefined;
  private ticks = 0;

  constructor(opts: LeadDeskOpts) {
    this.opts = opts;
  }

  /** The last decision, while it holds. */
  get state(): LeadState | undefined {
    return this.last;
  }

  /** Told at every change of what runs. */
  follow(run: ExerciseRun): void {
    const { state, step } = run.state();
    if (state === "cue") return;
    if (state !== "running") {
      this.leave();
      return;
    }
    if (run === this.run && step === this.place) return;
    this.leave();
    [this.run, this.place] = [run, step];
    this.part = this.partOf(run);
  }

  /** The pulse fades, wherever it has led the group. @throws Error where no step is led */
  letGo(): void {
    if (!(this.part instanceof LedStep)) throw new Error("expected a step that attunes or leads, found none under way");
    this.part.letGo();
  }

  /** Takes each reading that is published. */
  take(reading: Reading): void {
    if (this.part === undefined || this.ticks++ % TICKS !== 0 || this.run?.state().state !== "running") return;
    this.part.take(reading);
  }

  private leave(): void {
    this.part = this.run = this.last = undefined;
    this.place = -1;
  }

  private partOf(run: ExerciseRun): TempoPart | undefined {
    const { group, pacer, scheduler } = this.opts;
    const tempo = run.step?.laid.step.tempo;
    if (tempo?.source === "partner") {
      const isRested = (member: number): boolean => group.isRestedByWearer(member);
      return new PartneredStep({ run, pacer, scheduler, isRested, ...tempo });
    }
    if (tempo?.source !== "attune" && tempo?.source !== "lead") return undefined;
    const { roles } = run.state();
    const hasPulse = roles.includes("pattern");
    return new LedStep({
      run,
      pacer,
      tempo,
      members: group.bands.length,
      counts: (member) => !group.isRestedByWearer(member) && (!hasPulse || roles[member] === "pattern"),
      onDecision: (decision, targetBpm) => {
        this.tell(decision, targetBpm);
      },
    });
  }

  private tell({ tMicros, facts, ...decision }: LeadDecision, targetBpm: number | undefined): void {
    this.last = { ...decision, ...facts, readAtMicros: tMicros, ...(targetBpm !== undefined && { targetBpm }) };
    this.opts.record({ kind: "lead", tMicros: this.opts.scheduler.nowMicros(), lead: this.last });
  }
}
