import { type ExerciseDocument, type Plan, rolePlan, rolesOf, timeOfBeat } from "@entrain/pacing";
import { beatAtMicros, type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { StandingStep } from "./standing-step.ts";
import type { PlanSender, PlanSenderOpts } from "./plan-sender.ts";

/** A plan with as many beats as the fade takes, at least two, and silence at the end of them. */
const fading = (plan: Plan, fromMicros: SessionMicros, fadeMillis: number): Plan => {
  const beats = beatAtMicros(plan.segments, fromMicros - plan.beatZeroMicros + fadeMillis * 1_000);
  return { ...plan, totalBeats: Math.max(2, Math.ceil(beats)), fadeMillis };
};

/** Sends each member the last step once more, growing softer until there is nothing. @returns when that is */
export const endingPlans = (
  { pacer, settingsOf }: PlanSenderOpts,
  sender: PlanSender,
  { fadeSeconds }: ExerciseDocument["ending"],
  { laid, cast, course, originMicros, beatsBefore }: StandingStep,
  fromMicros: SessionMicros,
): SessionMicros => {
  const bar = Math.round(course.beatAt(fromMicros - originMicros) / course.beatsPerBar);
  const { segments } = course.mapFrom(bar);
  const fromBeat = beatsBefore + bar * course.beatsPerBar;
  const start = { segments, fromMicros, fromBeat, revision: pacer.takeRevision() };
  const plans = rolesOf(laid.step, cast).map((role, member) =>
    fading(rolePlan(role, laid.frame, start, settingsOf(member)), fromMicros, fadeSeconds * 1_000),
  );
  sender.sendEach(plans, fromMicros);
  return sessionMicros(Math.max(...plans.map((plan) => timeOfBeat(plan, plan.totalBeats)), fromMicros));
};
