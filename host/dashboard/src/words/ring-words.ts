import type { SessionView } from "@entrain/session";
import { isOnRing } from "./member-words.ts";
import { listOf } from "./text.ts";

/** What the ring shows, for those who do not see it. */
export const ringWords = ({ reading, bands, playing }: SessionView): string => {
  const bandOf = new Map(bands.map((band) => [band.member, band]));
  const moving = reading.members.filter((member, k) => isOnRing(member, bandOf.get(k)));
  const names = moving.map((member) => member.name);
  const others = reading.members.length - moving.length;
  const who = names.length === 0 ? "nobody yet" : listOf(names);
  const aside = others === 0 ? "" : ` ${String(others)} beside the ring.`;
  const pulse = playing ? " An open circle marks the pulse." : "";
  return `Ring of movement phases: ${who}.${aside}${pulse}`;
};
