import { type Cast, castFor, type ExerciseDocument, type ExerciseStep, layRest } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import { changeover } from "./changeover.ts";
import { endingPlans } from "./ending.ts";
import { PlanSender } from "./plan-sender.ts";
import { type ExerciseRunOpts, LEAD_MICROS, TAKEN_MICROS } from "./run-opts.ts";
import type { RunPhase } from "./run-state.ts";
import { type StandingStep, standStep } from "./standing-step.ts";
import { StepPlayer } from "./step-player.ts";
import { Timers } from "./timers.ts";
import { waitsForWearers, WearerGate } from "./wearer-gate.ts";

/** What is left of a step, for others. */
export interface Again {
  readonly step: ExerciseStep;
  readonly cast: Cast;
  readonly leftMicros: number | undefined;
}

/** Goes through the steps of an exercise by itself: sends each, cues its end, and fades after the last. */
export abstract class StepWalk {
  readonly document: ExerciseDocument;
  protected readonly opts: ExerciseRunOpts;
  protected readonly sender: PlanSender;
  protected readonly player: StepPlayer;
  protected readonly timers: Timers;
  protected readonly gate: WearerGate;
  protected standing: StandingStep | undefined;
  protected phase: RunPhase = "running";
  protected cast: Cast;
  protected place: number;
  protected bpmNow: number;
  /** What comes after the step under way. */
  private after: (fromMicros: SessionMicros) => void;

  constructor(opts: ExerciseRunOpts) {
    this.opts = opts;
    this.document = opts.document;
    this.sender = new PlanSender(opts);
    this.timers = new Timers(opts.scheduler);
    this.player = new StepPlayer(this.sender, opts.scheduler, () => this.standing);
    this.gate = new WearerGate(opts.group);
    this.bpmNow = opts.bpm;
    this.place = opts.step ?? 0;
    this.cast = {
      members: opts.group.bands.length,
      groups: opts.document.groups ?? 1,
      leader: opts.leader ?? 0,
      isSwapped: false,
    };
    this.after = this.toNext;
  }

  /** The first moment of which every band can know. */
  protected readonly soon = (): SessionMicros => sessionMicros(this.opts.scheduler.nowMicros() + LEAD_MICROS);

  protected readonly toNext = (fromMicros: SessionMicros): void => {
    this.begin(this.place + 1, fromMicros);
  };

  protected abstract changed(): void;

  protected enter(phase: RunPhase): void {
    this.phase = phase;
    this.changed();
  }

  /** Calls off everything that was to come. */
  protected forget(): void {
    this.timers.clear();
    this.player.forget();
    this.gate.close();
  }

  protected rest(phase: RunPhase): void {
    this.forget();
    if (this.standing !== undefined) this.standing = { ...this.standing, endsMicros: undefined };
    this.enter(phase);
  }

  /**
   * Sends a step, and enters it when it begins.
   *
   * @param again - the same step, gone on with otherwise
   */
  protected begin(place: number, fromMicros: SessionMicros, again?: Again): void {
    this.forget();
    const step = again?.step ?? this.document.steps[place];
    if (step === undefined) {
      if (this.opts.resumes === undefined) this.beginEnding(fromMicros);
      else this.opts.resumes.begin(fromMicros);
      return;
    }
    const isNew = place !== this.standing?.place;
    const cast = again?.cast ?? (isNew ? castFor(step, this.cast) : this.cast);
    const leftMicros = this.standing === undefined ? this.opts.leftMicros : again?.leftMicros;
    const standing = standStep(layRest(step, this.bpmNow, leftMicros), cast, place, fromMicros);
    const { laid, originMicros: bodyMicros } = standing;
    const isCounted = bodyMicros > fromMicros;
    if (isCounted) this.sender.sendCountIn(laid, cast, fromMicros);
    else this.player.send(standing, 0);
    this.timers.at(fromMicros, () => {
      this.standing = standing;
      this.place = place;
      this.cast = cast;
      this.bpmNow = laid.endBpm;
      if (isCounted) this.enter("count-in");
      else this.run();
    });
    if (!isCounted) return;
    this.timers.at(fromMicros + TAKEN_MICROS, () => {
      this.player.send(standing, 0);
    });
    this.timers.at(bodyMicros, this.run);
  }

  private readonly run = (): void => {
    this.enter("running");
    this.player.tellLines(this.opts.scheduler.nowMicros(), () => {
      this.changed();
    });
    const waits = this.standing !== undefined && waitsForWearers(this.standing);
    if (waits)
      this.gate.watch(() => {
        this.goBack();
      });
    this.after = waits ? this.wait : this.toNext;
    this.endAt(this.standing?.endsMicros);
  };

  protected abstract goBack(): void;

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

  /** Ends the step at a time, after the cue. A change that is nearer stays when it was. */
  protected leaveAt(endsMicros: SessionMicros, then: (fromMicros: SessionMicros) => void): void {
    this.gate.close();
    this.after = then;
    if ((this.standing?.endsMicros ?? Infinity) <= endsMicros) return;
    this.timers.clear();
    this.endAt(endsMicros);
  }

  protected endAt(endsMicros: SessionMicros | undefined): void {
    const { standing, timers, sender } = this;
    if (standing === undefined) return;
    if (endsMicros !== standing.endsMicros) {
      this.standing = { ...standing, endsMicros };
      this.changed();
    }
    if (endsMicros === undefined) return;
    const onCue = (): void => {
      this.enter("cue");
    };
    const then = (fromMicros: SessionMicros): void => {
      this.after(fromMicros);
    };
    changeover({ timers, sender, standing, endsMicros, onCue, then });
  }

  protected beginEnding(fromMicros: SessionMicros): void {
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
