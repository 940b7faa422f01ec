import { type Cast, type ExerciseStep, partnerOf, rolesOf, type StepRole } from "@entrain/pacing";
import type { WristSource } from "@entrain/recording";

/** What a step has for one member's wrist; a wearer may choose otherwise. */
export interface MirrorPart {
  readonly source: WristSource;
  /** Whose movement `partner` means; undefined where there is nobody. */
  readonly partner: number | undefined;
}

/** By member; undefined for whoever listens or rests, whatever they chose. */
export type MirrorParts = readonly (MirrorPart | undefined)[];

const SOURCE_OF = { leader: "partner", partner: "partner", own: "own", group: "group" } as const;

/** What each member of a step has on the wrist. */
export const partsOf = (step: ExerciseStep, cast: Cast): MirrorParts =>
  rolesOf(step, cast).map((role, member): MirrorPart | undefined => {
    if (role.plays === "listen" || role.plays === "rest") return undefined;
    const leader = cast.leader === member ? undefined : cast.leader;
    const partner = role.plays === "mirror" && role.of === "leader" ? leader : partnerOf(member, cast);
    return { source: role.plays === "mirror" ? SOURCE_OF[role.of] : "beat", partner };
  });

/** A role as its wearer wants it: what is chosen in place of a beat leaves the band silent for it. */
export const asChosen = (role: StepRole, choice: WristSource | undefined): StepRole => {
  if (choice === undefined || role.plays === "listen" || role.plays === "rest") return role;
  if (choice === "beat") return role.plays === "mirror" ? { who: role.who, plays: "pattern" } : role;
  return { who: role.who, plays: "rest" };
};
