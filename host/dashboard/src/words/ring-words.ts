import type { SessionView } from "@entrain/session";
import { isOnRing } from "./member-words.ts";
import { listOf, t } from "./t.ts";

/** What the ring shows, for those who do not see it. */
export const ringWords = ({ reading, bands, playing }: SessionView): string => {
  const bandOf = new Map(bands.map((band) => [band.member, band]));
  const moving = reading.members.filter((member, k) => isOnRing(member, bandOf.get(k)));
  const names = moving.map((member) => member.name);
  const others = reading.members.length - moving.length;
  const who = names.length === 0 ? t("ring.nobody") : listOf(names);
  return [
    t("ring.words", { who }),
    ...(others === 0 ? [] : [t("ring.beside", { count: others })]),
    ...(playing ? [t("ring.pulse")] : []),
  ].join(" ");
};
