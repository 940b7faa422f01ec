import type { ExerciseStep, StepRole, Who } from "./document.ts";

/** Who is who among the members, by their places in the group. */
export interface Cast {
  readonly members: number;
  /** 1 where there are no subgroups. */
  readonly groups: number;
  readonly leader: number;
  /** Whether first and second of each pair have changed places. */
  readonly isSwapped: boolean;
}

/** Pairs are neighbours: 0 and 1, 2 and 3 …; somebody left over is a second one of the last pair. */
const isFirst = (member: number, { members, isSwapped }: Cast): boolean => {
  const isLeftOver = members % 2 === 1 && member === members - 1 && members > 1;
  return !isLeftOver && (member % 2 === 0) !== isSwapped;
};

/** The other one of a pair; whoever is left over has the first of the last pair. */
export const partnerOf = (member: number, cast: Cast): number | undefined => {
  const { members } = cast;
  if (members < 2) return undefined;
  const isLeftOver = members % 2 === 1 && member === members - 1;
  if (!isLeftOver) return member ^ 1;
  return isFirst(member - 1, cast) ? member - 1 : member - 2;
};

const isMeant = (who: Who, member: number, cast: Cast): boolean => {
  switch (who) {
    case "everyone":
      return true;
    case "leader":
      return member === cast.leader;
    case "others":
      return member !== cast.leader;
    case "pair-first":
      return isFirst(member, cast);
    case "pair-second":
      return !isFirst(member, cast);
    default:
      return member % cast.groups === Number(who.slice("group-".length)) - 1;
  }
};

const LISTENING: StepRole = { who: "everyone", plays: "listen" };

/** Each member's role: the last that names them; whoever is not named listens. */
export const rolesOf = (step: ExerciseStep, cast: Cast): readonly StepRole[] =>
  Array.from(
    { length: cast.members },
    (_, member) => step.roles.findLast(({ who }) => isMeant(who, member, cast)) ?? LISTENING,
  );

/** Who is who in the next step: the lead passed on, pairs changed over, where it says so. */
export const castFor = ({ leader = "same", swap = false }: ExerciseStep, cast: Cast): Cast => ({
  ...cast,
  leader: leader === "next" ? (cast.leader + 1) % Math.max(1, cast.members) : cast.leader,
  isSwapped: cast.isSwapped !== swap,
});
