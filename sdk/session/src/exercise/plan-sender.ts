import type { BandGroup } from "@entrain/band";
import {
  type Cast,
  type Course,
  cuePlan,
  gentler,
  type LaidStep,
  type PersonSettings,
  type Plan,
  type PlanStart,
  rolePlan,
  rolesOf,
  silentPlan,
  type StepRole,
} from "@entrain/pacing";
import type { SessionMicros } from "@entrain/protocol";
import type { Entry } from "@entrain/recording";
import type { Scheduler } from "@entrain/time";
import type { Pacer } from "../pacer.ts";
import { asEntry, memberPlans } from "./plan-entries.ts";

export interface PlanSenderOpts {
  readonly scheduler: Scheduler;
  readonly group: BandGroup;
  readonly pacer: Pacer;
  readonly record: (entry: Entry) => void;
  /** A role as its wearer wants it. */
  readonly asChosen?: (role: StepRole, member: number) => StepRole;
  /** What each member wants. */
  readonly settingsOf: (member: number) => PersonSettings;
}

/** What of a step is sent: its course from a bar on, at a moment. */
export interface StepPart {
  readonly laid: LaidStep;
  readonly cast: Cast;
  readonly course: Course;
  readonly bar: number;
  /** Beats of the step before the course began. */
  readonly beatsBefore: number;
  readonly fromMicros: SessionMicros;
}

const COUNT_IN_PERCENT = 35;
const BEAT_OF_ALL: StepRole = { who: "everyone", plays: "pattern" };

/** Whether anything in a step goes by a beat of all. */
export const hasBeat = (roles: readonly StepRole[]): boolean =>
  roles.some(({ plays }) => plays === "pattern" || plays === "breath");

/** Turns what a step asks for into a plan a member, and sends and records it. */
export class PlanSender {
  private readonly opts: PlanSenderOpts;

  constructor(opts: PlanSenderOpts) {
    this.opts = opts;
  }

  /** Sends each member's part. @returns for how many bars it holds */
  sendPart({ laid, cast, course, bar, beatsBefore, fromMicros }: StepPart): number {
    const { pacer, scheduler, record, settingsOf } = this.opts;
    const { segments, bars } = course.mapFrom(bar);
    const fromBeat = beatsBefore + bar * course.beatsPerBar;
    const start: PlanStart = { segments, fromMicros, fromBeat, revision: pacer.takeRevision() };
    const roles = rolesOf(laid.step, cast);
    const { asChosen = (role: StepRole) => role } = this.opts;
    const plans = roles.map((role, member) => rolePlan(asChosen(role, member), laid.frame, start, settingsOf(member)));
    if (hasBeat(roles)) {
      const beat = rolePlan(
        laid.frame.train === undefined ? BEAT_OF_ALL : { who: "everyone", plays: "breath" },
        laid.frame,
        start,
      );
      const scored = laid.step.score === "with-the-pulse" ? {} : ({ scored: false } as const);
      const nowMicros = scheduler.nowMicros();
      const span = { plan: beat, fromMicros, beatsBefore: Math.round(pacer.beatAt(fromMicros - 1) ?? 0), ...scored };
      record({ kind: "plan", tMicros: nowMicros, ...span, bpm: laid.bpm, plan: asEntry(beat) });
      pacer.follow(span, nowMicros);
      this.recordOthers(plans, beat, fromMicros);
    } else this.recordOthers(plans, undefined, fromMicros);
    void this.opts.group.playEach(plans, fromMicros);
    return bars;
  }

  /** Plain soft beats, to everybody who is pulsed in the step. */
  sendCountIn({ step, frame, course }: LaidStep, cast: Cast, fromMicros: SessionMicros): void {
    const { segments } = course.mapFrom(0);
    const periodMicros = segments[1] ?? 0;
    const start = { fromMicros, fromBeat: 0, revision: this.opts.pacer.takeRevision() };
    const map = { segments: Float64Array.of(0, periodMicros, 0) };
    const soft = { ...frame, strengthPercent: COUNT_IN_PERCENT };
    const plans = rolesOf(step, cast).map((role, member) => {
      const own = this.opts.settingsOf(member);
      return rolePlan(role.plays === "pattern" ? BEAT_OF_ALL : role, soft, { ...start, ...map }, own);
    });
    this.sendEach(plans, fromMicros);
  }

  /** The soft double pulse, to everybody. */
  sendCue(fromMicros: SessionMicros): void {
    const plan = cuePlan(fromMicros, this.opts.pacer.takeRevision());
    this.sendEach(
      this.opts.group.bands.map((_, member) => gentler(plan, this.opts.settingsOf(member))),
      fromMicros,
    );
  }

  /** Nothing, to everybody. */
  sendSilence(fromMicros: SessionMicros): void {
    const plan = silentPlan(fromMicros, this.opts.pacer.takeRevision());
    this.sendEach(
      this.opts.group.bands.map(() => plan),
      fromMicros,
    );
  }

  /** Plans beside the beat of all, by member. */
  sendEach(plans: readonly Plan[], fromMicros: SessionMicros): void {
    this.recordOthers(plans, undefined, fromMicros);
    void this.opts.group.playEach(plans, fromMicros);
  }

  private recordOthers(plans: readonly Plan[], beat: Plan | undefined, fromMicros: SessionMicros): void {
    const { scheduler, record } = this.opts;
    for (const entry of memberPlans(plans, beat, fromMicros, scheduler.nowMicros())) record(entry);
  }
}
