import type { ConsentUse, WristSource } from "@entrain/recording";

/** What a member has on the wrist now; undefined: nothing, as at rest. */
export interface Wrist {
  readonly source: WristSource;
  readonly partner: number | undefined;
}

/** A consent that a route wants and nobody has given. */
export interface MissingConsent {
  readonly member: number;
  readonly use: "felt-by-others" | "feel-others";
}

/** One person's movement, on one person's wrist: another's or their own. */
export interface Route {
  readonly leader: number;
  readonly follower: number;
}

export interface Routes {
  readonly routes: readonly Route[];
  readonly missing: readonly MissingConsent[];
}

const wantedBy = (follower: number, { source, partner }: Wrist, groupSize: number): readonly number[] => {
  if (source === "own") return [follower];
  if (source === "partner") return partner === undefined || partner === follower ? [] : [partner];
  if (source !== "group") return [];
  return Array.from({ length: groupSize }, (_, member) => member).filter((member) => member !== follower);
};

/**
 * Whose movement reaches whom: what each has on the wrist, as far as both agreed. One's own needs nobody's consent. Of a
 * group, those who did not agree are left out in silence; between partners, whoever's consent is missing is named.
 *
 * @param wrists - by member
 * @param hasGiven - only what somebody has said yes to is given
 */
export const routesOf = (
  wrists: readonly (Wrist | undefined)[],
  hasGiven: (member: number, use: ConsentUse) => boolean,
): Routes => {
  const routes: Route[] = [];
  const missing = new Map<string, MissingConsent>();
  wrists.forEach((wrist, follower) => {
    if (wrist === undefined) return;
    for (const leader of wantedBy(follower, wrist, wrists.length)) {
      const lacking = [
        { member: leader, use: "felt-by-others" } as const,
        { member: follower, use: "feel-others" } as const,
      ].filter(({ member, use }) => leader !== follower && !hasGiven(member, use));
      if (lacking.length === 0) routes.push({ leader, follower });
      for (const each of lacking)
        if (wrist.source === "partner" || each.member === follower)
          missing.set(`${String(each.member)} ${each.use}`, each);
    }
  });
  return { routes, missing: [...missing.values()] };
};
