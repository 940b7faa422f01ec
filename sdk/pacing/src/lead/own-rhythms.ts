import type { Companion } from "./companion.ts";

/** Apart for so long while most others are with the pulse, and never much with it, somebody has a rhythm of their own. */
const NEVER_WITH_BEATS = 32;
const NEVER_WITH_SHARE = 0.25;
/** With the pulse for so long, they count again. */
const BACK_BEATS = 12;
/** No more than this share of a group may be thought to have rhythms of their own: else it is the pulse that is wrong. */
const MOST_SHARE = 1 / 3;

/** Knows who has a rhythm of their own, so that nobody waits for them; once known, that stays until they join. */
export class OwnRhythms {
  private readonly own = new Set<Companion>();

  has(companion: Companion): boolean {
    return this.own.has(companion);
  }

  take(companions: readonly Companion[]): void {
    for (const companion of this.own) {
      if (companion.standing === "with" && companion.standingBeats >= BACK_BEATS) this.own.delete(companion);
    }
    const known = companions.filter(({ standing }) => standing !== "unknown");
    const others = known.filter((companion) => !this.own.has(companion));
    const together = others.filter(({ standing }) => standing === "with").length;
    for (const companion of others) {
      if (2 * together <= others.length || this.own.size + 1 > MOST_SHARE * known.length) return;
      if (this.isOwn(companion)) this.own.add(companion);
    }
  }

  /** Whoever was with the pulse for a good while has only come away from it, and still counts. */
  private isOwn({ standing, standingBeats, withBeats, apartBeats }: Companion): boolean {
    const everWith = withBeats > NEVER_WITH_SHARE * (withBeats + apartBeats);
    return standing === "apart" && standingBeats > NEVER_WITH_BEATS && !everWith;
  }
}
