import { CUE_MICROS, periodOfBpm } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { ExerciseState } from "@entrain/recording";
import { changedOver, goneOn } from "./change-over.ts";
import { type ExerciseRunOpts, TAKEN_MICROS } from "./run-opts.ts";
import { stateOf } from "./run-state.ts";
import { barFrom, type Pace, repaced, type StandingStep, takesTempo, timeOfBar } from "./standing-step.ts";
import { StepWalk } from "./step-walk.ts";

const PAUSE_FADE_MILLIS = 2_000;

/** An exercise under way, and what may be asked of it. */
export class ExerciseRun extends StepWalk {
  /** The step under way; undefined before the first. */
  get step(): StandingStep | undefined {
    return this.standing;
  }

  /** Beats a minute now. */
  get bpm(): number {
    return this.bpmNow;
  }

  /** The member who leads. */
  get leader(): number {
    return this.cast.leader;
  }

  /** What goes on after it, where anything does. */
  get follows(): ExerciseRunOpts["resumes"] {
    return this.opts.resumes;
  }

  get isOver(): boolean {
    return this.phase === "ended";
  }

  state(): ExerciseState {
    return stateOf(this.document, this.phase, this.place, this.cast, this.standing, this.opts);
  }

  /** Begins the step that it stands at: at a moment, or as soon as every band can know. */
  start(fromMicros: SessionMicros = this.soon()): void {
    this.begin(this.place, fromMicros);
  }

  /** Goes to the next step, or from the last to the end, at the next bar line that leaves time for the cue. */
  next(): void {
    this.goTo(this.place + 1);
  }

  /** One step back, in the same way. */
  back(): void {
    this.goTo(Math.max(0, this.place - 1));
  }

  /**
   * Leaves for something else: in the same way, or at once where the step does not run, such as in its cue.
   *
   * @param begin - told what is left of the step then
   */
  handOver(begin: (fromMicros: SessionMicros, leftMicros?: number) => void): void {
    const { standing } = this;
    if (standing === undefined || this.phase !== "running") {
      this.forget();
      begin(this.soon());
      return;
    }
    const { endsMicros } = standing;
    this.leaveAt(this.nextBar(standing), (fromMicros) => {
      this.forget();
      if (endsMicros === undefined) begin(fromMicros);
      else begin(fromMicros, Math.max(0, endsMicros - fromMicros));
    });
  }

  /** Fades and rests until it is gone on with: then the step begins anew. */
  pause(): void {
    if (this.isOver) return;
    this.rest("paused");
    void this.opts.group.rest(PAUSE_FADE_MILLIS);
  }

  /** Lets go before its time: at the next bar line it ends as the document says, whatever was to follow it. */
  end(): void {
    const { standing, phase } = this;
    if (this.isOver || phase === "ending") return;
    if (standing !== undefined && (phase === "running" || phase === "cue")) {
      this.leaveAt(this.nextBar(standing), (fromMicros) => {
        this.beginEnding(fromMicros);
      });
      return;
    }
    this.rest("ended");
    void this.opts.group.rest(PAUSE_FADE_MILLIS);
  }

  /** Everything has been stopped: nothing more is sent until it is started again. */
  halt(): void {
    if (!this.isOver) this.rest("stopped");
  }

  /** It is over where it stands: nothing more is sent, and it cannot be started again. */
  abandon(): void {
    if (!this.isOver) this.rest("ended");
  }

  /**
   * A pace from now on, at the next bar line that every band can know of. Where another waits for its bar line, after
   * that; where the step is about to end, for the steps after it alone.
   *
   * @throws PacingError out of range
   */
  setPace(pace: Pace): void {
    periodOfBpm(pace.bpm);
    const { standing } = this;
    if (standing === undefined || !takesTempo(standing) || this.phase !== "running") {
      this.bpmNow = pace.bpm;
      return;
    }
    if (standing.originMicros > this.opts.scheduler.nowMicros()) {
      this.player.later(standing.originMicros + TAKEN_MICROS, () => {
        this.setPace(pace);
      });
      return;
    }
    this.bpmNow = pace.bpm;
    const after = repaced(standing, pace, this.soon());
    if (after === undefined) return;
    this.standing = after;
    this.timers.clear();
    this.player.send(after, 0);
    this.endAt(after.endsMicros);
    this.changed();
  }

  /** Who leads from now on. */
  setLeader(leader: number): void {
    this.cast = { ...this.cast, leader };
    const { standing } = this;
    if (standing === undefined) return;
    this.standing = { ...standing, cast: this.cast };
    this.renew();
    this.changed();
  }

  /**
   * First and second of each pair change places, or the next in the circle leads: after the cue.
   *
   * @throws Error where nobody has a place that could change, or in the middle of another change
   */
  swap(): void {
    const { standing, phase } = this;
    const cast = standing && changedOver(standing.laid.step, this.cast);
    if (standing === undefined || cast === undefined)
      throw new Error("expected a step with pairs or a leader, found one where all do the same");
    if (phase === "paused" || phase === "stopped") {
      this.cast = cast;
      this.changed();
      return;
    }
    if (phase !== "running") throw new Error("a change is under way already");
    const { endsMicros } = standing;
    this.leaveAt(this.nextBar(standing), (fromMicros) => {
      const leftMicros = endsMicros === undefined ? undefined : Math.max(0, endsMicros - fromMicros);
      this.begin(standing.place, fromMicros, { step: goneOn(standing.laid.step, this.bpmNow), cast, leftMicros });
    });
  }

  /** Sends what is left of the step anew, from the next bar line on that every band can know of; no use where it is over soon. */
  renew(): void {
    const { standing } = this;
    if (standing === undefined || this.phase !== "running") return;
    const bar = barFrom(standing, this.soon());
    if ((standing.endsMicros ?? Infinity) > timeOfBar(standing, bar) + CUE_MICROS) this.player.send(standing, bar);
  }

  protected changed(): void {
    this.opts.onChange(this);
  }

  protected goBack(): void {
    this.back();
  }

  /** The first bar line that leaves time for the cue. */
  private nextBar(standing: StandingStep): SessionMicros {
    return timeOfBar(standing, Math.max(1, barFrom(standing, sessionMicros(this.soon() + CUE_MICROS))));
  }

  private goTo(place: number): void {
    const { standing, phase } = this;
    if (phase === "paused" || phase === "stopped") {
      this.place = Math.min(place, this.document.steps.length - 1);
      this.changed();
    } else if (phase === "wearers") this.begin(place, this.soon());
    else if (phase === "running" && standing !== undefined)
      this.leaveAt(this.nextBar(standing), (fromMicros) => {
        this.begin(place, fromMicros);
      });
  }
}
