import {
  bookPulse,
  createDutyLedger,
  FADE_MICROS,
  MAX_LATE_MICROS,
  microsOfBeat,
  MIN_INTERVAL_PER_PULSE,
  plannedStrength,
  RAMP_MICROS,
  SESSION_MICROS,
  type SessionMicros,
  sessionMicros,
} from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import type { BandPlan, BandPulse } from "../../band.ts";
import type { BenchMotor } from "./bench-motor.ts";

/** A pulse of no plan. */
const NO_INDEX = 0xffffffff;

interface Running {
  readonly plan: BandPlan;
  readonly fromMicros: number;
}

/** Plays plans on a bench band from the host's clock, within the limits that a band keeps by itself. */
export class BenchPlayer {
  /** An upper limit for strength. */
  cap = 255;
  private readonly motor: BenchMotor;
  private readonly scheduler: Scheduler;
  private readonly onPulse: (pulse: BandPulse) => void;
  private readonly ledger = createDutyLedger();
  private playing: Running | undefined;
  private pending: Running | undefined;
  private tBegunMicros = 0;
  private fade: { readonly fromMicros: number; readonly lengthMicros: number } | undefined;
  private index = 0;
  private tLastMicros = -Infinity;
  private cancel: Cancel | undefined;

  constructor(motor: BenchMotor, scheduler: Scheduler, onPulse: (pulse: BandPulse) => void) {
    this.motor = motor;
    this.scheduler = scheduler;
    this.onPulse = onPulse;
  }

  get isPlaying(): boolean {
    return this.playing !== undefined;
  }

  /** At once where nothing plays, else from that moment in place of what does. */
  playFrom(plan: BandPlan, fromMicros: number): void {
    const running = { plan, fromMicros };
    if (this.playing === undefined || this.fade !== undefined) {
      this.tBegunMicros = Math.max(this.scheduler.nowMicros(), fromMicros);
      this.fade = undefined;
      this.pending = undefined;
      this.take(running);
    } else this.pending = running;
    this.schedule();
  }

  fadeOut(fadeMillis: number): void {
    const lengthMicros = Math.min(fadeMillis * 1_000, FADE_MICROS);
    if (lengthMicros === 0 || this.playing === undefined) this.rest();
    else this.fade ??= { fromMicros: this.scheduler.nowMicros(), lengthMicros };
  }

  /** Motor off, plan dropped. */
  rest(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.playing = this.pending = this.fade = undefined;
    this.motor.off();
  }

  /** One pulse at once. @returns whether the limits let it play */
  pulseNow(strength: number, millis: number): boolean {
    const tMicros = this.scheduler.nowMicros();
    return this.play(tMicros, tMicros, Math.min(strength, this.cap), millis, NO_INDEX);
  }

  private take(running: Running): void {
    this.playing = running;
    const { plan, fromMicros } = running;
    const tMicros = Math.max(fromMicros, this.scheduler.nowMicros());
    this.index = 0;
    while (this.timeOf(plan, this.index) < tMicros && !this.isOver(plan)) this.index++;
  }

  private timeOf(plan: BandPlan, index: number): number {
    return plan.beatZeroMicros + microsOfBeat(plan.segments, index / plan.subdivision);
  }

  private isOver(plan: BandPlan): boolean {
    return plan.totalBeats > 0 && this.index >= plan.totalBeats * plan.subdivision;
  }

  private schedule(): void {
    this.cancel?.();
    this.cancel = undefined;
    const { playing, pending } = this;
    if (playing === undefined) return;
    const tMicros = this.timeOf(playing.plan, this.index);
    if (pending !== undefined && (tMicros >= pending.fromMicros || this.isOver(playing.plan))) {
      this.pending = undefined;
      this.take(pending);
      this.schedule();
    } else if (this.isOver(playing.plan)) this.rest();
    else
      this.cancel = this.scheduler.at(sessionMicros(tMicros), () => {
        this.due(playing.plan, tMicros);
      });
  }

  private due(plan: BandPlan, tPlannedMicros: number): void {
    const tMicros = this.scheduler.nowMicros();
    const share = this.shareAt(tMicros);
    if (share <= 0 || tMicros - this.tBegunMicros > SESSION_MICROS) {
      this.rest();
      return;
    }
    const strength = Math.floor(Math.min(plannedStrength(plan, this.index), this.cap) * share);
    const intervalMicros = this.timeOf(plan, this.index + 1) - tPlannedMicros;
    const millis = Math.min(plan.pulseMillis, intervalMicros / (1_000 * MIN_INTERVAL_PER_PULSE));
    if (tMicros - tPlannedMicros <= MAX_LATE_MICROS) this.play(tMicros, tPlannedMicros, strength, millis, this.index);
    this.index++;
    this.schedule();
  }

  /** Rises after a start, falls in a fade; 0 = it is over. */
  private shareAt(tMicros: number): number {
    const risen = Math.min(1, Math.max(0.01, (tMicros - this.tBegunMicros) / RAMP_MICROS));
    const { fade } = this;
    return fade === undefined ? risen : risen * (1 - (tMicros - fade.fromMicros) / fade.lengthMicros);
  }

  private play(
    tMicros: SessionMicros,
    tPlannedMicros: number,
    strength: number,
    millis: number,
    index: number,
  ): boolean {
    if (strength <= 0 || tMicros - this.tLastMicros < this.motor.minIntervalMicros) return false;
    if (!bookPulse(this.ledger, tMicros, Math.max(millis, this.motor.leastMillis))) return false;
    this.tLastMicros = tMicros;
    const onMillis = this.motor.pulse(strength, millis);
    this.onPulse({
      kind: "pulse",
      onMicros: tMicros,
      plannedMicros: sessionMicros(tPlannedMicros),
      durationMicros: onMillis * 1_000,
      pulseIndex: index,
      revision: index === NO_INDEX ? 0 : (this.playing?.plan.revision ?? 0),
      strength,
    });
    return true;
  }
}
