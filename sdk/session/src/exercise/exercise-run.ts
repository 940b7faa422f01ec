import { type Cast, castFor, CUE_MICROS, type ExerciseDocument, layRest, periodOfBpm } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { ExerciseState } from "@entrain/recording";
import { changeover } from "./changeover.ts";
import { endingPlans } from "./ending.ts";
import { PlanSender } from "./plan-sender.ts";
import { type ExerciseRunOpts, LEAD_MICROS, TAKEN_MICROS } from "./run-opts.ts";
import { barFrom, type Pace, repaced, type StandingStep, standStep, timeOfBar } from "./standing-step.ts";
import { type RunPhase, stateOf } from "./run-state.ts";
import { StepPlayer } from "./step-player.ts";
import { Timers } from "./timers.ts";
import { waitsForWearers, WearerGate } from "./wearer-gate.ts";

const PAUSE_FADE_MILLIS = 2_000;

/** Walks the steps of an exercise with a group: sends each what it plays, cues every change, and fades at the end. */
export class ExerciseRun {
  readonly document: ExerciseDocument;
  private readonly opts: ExerciseRunOpts;
  private readonly sender: PlanSender;
  private readonly timers: Timers;
  private readonly player: StepPlayer;
  private readonly gate: WearerGate;
  private standing: StandingStep | undefined;
  private phase: RunPhase = "running";
  private bpmNow: number;
  private cast: Cast;
  private place: number;

  constructor(opts: ExerciseRunOpts) {
    this.opts = opts;
    this.document = opts.document;
    this.sender = new PlanSender(opts);
    this.timers = new Timers(opts.scheduler);
    this.player = new StepPlayer(this.sender, new Timers(opts.scheduler), () => this.standing);
    this.gate = new WearerGate(opts.group);
    this.bpmNow = opts.bpm;
    this.place = opts.step ?? 0;
    this.cast = {
      members: opts.group.bands.length,
      groups: opts.document.groups ?? 1,
      leader: opts.leader ?? 0,
      isSwapped: false,
    };
  }

  /** The step under way. */
  get step(): StandingStep | undefined {
    return this.standing;
  }

  /** Beats a minute. */
  get bpm(): number {
    return this.bpmNow;
  }

  /** The member who leads. */
  get leader(): number {
    return this.cast.leader;
  }

  get isOver(): boolean {
    return this.phase === "ended";
  }

  state(): ExerciseState {
    return stateOf(this.document, this.phase, this.place, this.cast, this.standing, this.opts.resumes?.title);
  }

  /** Begins the step that it stands at: at a moment, or as soon as every band can know. */
  start(fromMicros: SessionMicros = this.soon()): void {
    this.timers.clear();
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

  /** Leaves the step in the same way, to something else; it can be gone on with later. @returns what is left of it then */
  handOver(begin: (fromMicros: SessionMicros, leftMicros: number | undefined) => void): void {
    const endsMicros = this.standing?.endsMicros;
    this.leave((fromMicros) => {
      this.timers.clear();
      this.player.forget();
      this.gate.close();
      begin(fromMicros, endsMicros === undefined ? undefined : Math.max(0, endsMicros - fromMicros));
    });
  }

  /** Fades and rests until it is gone on with: then the step begins anew. */
  pause(): void {
    if (this.phase === "ended") return;
    this.rest("paused");
    void this.opts.group.rest(PAUSE_FADE_MILLIS);
  }

  /** Everything has been stopped: nothing more is sent until it is started again. */
  halt(): void {
    if (this.phase !== "ended") this.rest("stopped");
  }

  /** A pace from now on, at the next bar line that every band can know of. @throws PacingError out of range */
  setPace(pace: Pace): void {
    periodOfBpm(pace.bpm);
    this.bpmNow = pace.bpm;
    const { standing } = this;
    if (standing === undefined || standing.laid.frame.train !== undefined || this.phase !== "running") return;
    const after = repaced(standing, pace, this.soon());
    if (after === undefined) return;
    this.standing = after;
    this.timers.clear();
    this.player.send(after, 0);
    this.endAt(after.endsMicros, this.toNext);
  }

  /** Who leads from now on. */
  setLeader(leader: number): void {
    this.cast = { ...this.cast, leader };
    const { standing } = this;
    if (standing === undefined) return;
    this.standing = { ...standing, cast: this.cast };
    const bar = barFrom(standing, this.soon());
    if (this.phase === "running" && (standing.endsMicros ?? Infinity) > timeOfBar(standing, bar))
      this.player.send(this.standing, bar);
    this.opts.onChange(this);
  }

  private readonly soon = (): SessionMicros => sessionMicros(this.opts.scheduler.nowMicros() + LEAD_MICROS);

  private enter(phase: RunPhase): void {
    this.phase = phase;
    this.opts.onChange(this);
  }

  private rest(phase: RunPhase): void {
    this.timers.clear();
    this.player.forget();
    this.gate.close();
    if (this.standing !== undefined) this.standing = { ...this.standing, endsMicros: undefined };
    this.enter(phase);
  }

  private begin(place: number, fromMicros: SessionMicros): void {
    const step = this.document.steps[place];
    if (step === undefined) {
      if (this.opts.resumes === undefined) this.beginEnding(fromMicros);
      else this.opts.resumes.begin(fromMicros);
      return;
    }
    const isNew = place !== this.standing?.place;
    const cast = isNew ? castFor(step, this.cast) : this.cast;
    const leftMicros = this.standing === undefined ? this.opts.leftMicros : undefined;
    const standing = standStep(layRest(step, this.bpmNow, leftMicros), cast, place, fromMicros);
    const { laid, originMicros: bodyMicros } = standing;
    const isCounted = bodyMicros > fromMicros;
    if (isCounted) this.sender.sendCountIn(laid, cast, fromMicros);
    else this.player.send(standing, 0);
    this.timers.at(fromMicros, () => {
      this.player.forget();
      this.gate.close();
      this.standing = standing;
      this.place = place;
      this.cast = cast;
      this.bpmNow = laid.endBpm;
      if (!isCounted) this.run();
      else this.enter("count-in");
    });
    if (!isCounted) return;
    this.timers.at(fromMicros + TAKEN_MICROS, () => {
      this.player.send(standing, 0);
    });
    this.timers.at(bodyMicros, this.run);
  }

  private readonly run = (): void => {
    this.enter("running");
    const waits = this.standing !== undefined && waitsForWearers(this.standing);
    if (waits)
      this.gate.watch(() => {
        this.back();
      });
    this.endAt(this.standing?.endsMicros, waits ? this.wait : this.toNext);
  };

  /** Nothing is pulsed until every wearer goes on. */
  private readonly wait = (fromMicros: SessionMicros): void => {
    this.sender.sendSilence(fromMicros);
    this.timers.at(fromMicros, () => {
      this.enter("wearers");
      this.gate.wait(() => {
        this.begin(this.place + 1, this.soon());
      });
    });
  };

  private readonly toNext = (fromMicros: SessionMicros): void => {
    this.begin(this.place + 1, fromMicros);
  };

  private goTo(place: number): void {
    if (this.phase === "paused" || this.phase === "stopped") {
      this.place = Math.min(place, this.document.steps.length - 1);
      this.opts.onChange(this);
      return;
    }
    if (this.phase === "wearers") this.begin(place, this.soon());
    else
      this.leave((fromMicros) => {
        this.begin(place, fromMicros);
      });
  }

  private leave(then: (fromMicros: SessionMicros) => void): void {
    const { standing } = this;
    if (standing === undefined || this.phase !== "running") return;
    this.gate.close();
    const bar = Math.max(1, barFrom(standing, sessionMicros(this.soon() + CUE_MICROS)));
    this.timers.clear();
    this.endAt(timeOfBar(standing, bar), then);
  }

  /** Ends the step at a time, after the cue. */
  private endAt(endsMicros: SessionMicros | undefined, then: (fromMicros: SessionMicros) => void): void {
    const { standing } = this;
    if (standing === undefined) return;
    if (endsMicros !== standing.endsMicros) {
      this.standing = { ...standing, endsMicros };
      this.opts.onChange(this);
    }
    if (endsMicros === undefined) return;
    const onCue = (): void => {
      this.enter("cue");
    };
    changeover({ timers: this.timers, sender: this.sender, standing, endsMicros, onCue, then });
  }

  private beginEnding(fromMicros: SessionMicros): void {
    const { standing } = this;
    if (standing === undefined) return;
    const endsMicros = endingPlans(this.opts, this.sender, this.document.ending, standing, fromMicros);
    this.timers.at(fromMicros, () => {
      this.standing = { ...standing, endsMicros };
      this.enter("ending");
    });
    this.timers.at(endsMicros, () => {
      this.rest("ended");
      void this.opts.group.rest(0);
    });
  }
}
