import type { ConsentUse, WristSource } from "@entrain/recording";
import type { Ring } from "./ring.ts";

export interface RouteParts {
  readonly groupSize: number;
  readonly rings: readonly Ring[];
  readonly sourceOf: (member: number) => WristSource;
  /** Only what somebody has said yes to is given. */
  readonly hasGiven: (member: number, use: ConsentUse) => boolean;
}

/** A consent that a route wants and nobody has given. */
export interface MissingConsent {
  readonly member: number;
  readonly use: "felt-by-others" | "feel-others";
}

export interface Routes {
  /** By leader, whose wrists their onsets go to. */
  readonly followersOf: ReadonlyMap<number, readonly number[]>;
  readonly missing: readonly MissingConsent[];
}

/** Whose onsets somebody asked for. */
const wantedBy = (follower: number, { groupSize, rings, sourceOf }: RouteParts): readonly number[] => {
  switch (sourceOf(follower)) {
    case "own":
      return [follower];
    case "partner":
      return rings.flatMap(({ members, leader }) =>
        members.includes(follower) && leader !== follower ? [leader] : [],
      );
    case "group":
      return Array.from({ length: groupSize }, (_, member) => member).filter((member) => member !== follower);
    case "beat":
    case "none":
      return [];
  }
};

/**
 * Who gets whose onsets: what each asked for, as far as both agreed. One's own needs nobody's consent. Of a group, those who
 * did not agree are left out in silence; of a ring, whoever's consent is missing is named.
 */
export const routesOf = (parts: RouteParts): Routes => {
  const followersOf = new Map<number, number[]>();
  const missing = new Map<string, MissingConsent>();
  const lacks = (member: number, use: MissingConsent["use"], isNamed: boolean): boolean => {
    if (parts.hasGiven(member, use)) return false;
    if (isNamed) missing.set(`${String(member)} ${use}`, { member, use });
    return true;
  };
  for (let follower = 0; follower < parts.groupSize; follower++)
    for (const leader of wantedBy(follower, parts)) {
      const isNamed = parts.sourceOf(follower) === "partner";
      const lacksFeel = leader !== follower && lacks(follower, "feel-others", true);
      const lacksFelt = leader !== follower && lacks(leader, "felt-by-others", isNamed);
      if (lacksFeel || lacksFelt) continue;
      followersOf.set(leader, [...(followersOf.get(leader) ?? []), follower]);
    }
  return { followersOf, missing: [...missing.values()] };
};
