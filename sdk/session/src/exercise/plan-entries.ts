import type { Plan } from "@entrain/pacing";
import type { SessionMicros } from "@entrain/protocol";
import type { MemberPlanEntry, PlanEntry } from "@entrain/recording";

/** A plan as it stands in a session file. */
export const asEntry = (plan: Plan): PlanEntry["plan"] => ({ ...plan, segments: [...plan.segments] });

const isSame = (a: Plan, b: Plan): boolean => JSON.stringify(asEntry(a)) === JSON.stringify(asEntry(b));

/** Who plays something else than the beat of all, an entry a plan. */
export const memberPlans = (
  plans: readonly Plan[],
  beat: Plan | undefined,
  fromMicros: SessionMicros,
  tMicros: SessionMicros,
): readonly MemberPlanEntry[] => {
  const told: { plan: Plan; members: number[] }[] = [];
  plans.forEach((plan, member) => {
    if (beat !== undefined && isSame(plan, beat)) return;
    const known = told.find((each) => isSame(each.plan, plan));
    if (known === undefined) told.push({ plan, members: [member] });
    else known.members.push(member);
  });
  return told.map(({ plan, members }) => ({ kind: "memberPlan", tMicros, members, fromMicros, plan: asEntry(plan) }));
};
