import type { RecordedSession } from "../api.ts";
import type { ConsentEntry } from "../entries.ts";

/** Whose raw motion may leave the file, and why the others' may not. */
export interface RawConsent {
  /** Places in `config.members`. */
  readonly members: readonly number[];
  readonly leftOut: readonly string[];
}

/** The last word of each member on a use; undefined where they were not asked. */
export const consentOf = (
  { consents }: Pick<RecordedSession, "consents">,
  member: number,
  use: ConsentEntry["use"],
): boolean | undefined => consents.findLast((entry) => entry.member === member && entry.use === use)?.given;

/**
 * Two people's motion says as much of one as of the other, so that it leaves only when both said yes. In a larger group,
 * and alone, whoever said no is left out. Simulated people are not asked.
 */
export const rawConsent = (session: RecordedSession): RawConsent => {
  const { members, simulated, omitted } = session.config;
  const all = members.map((_, k) => k);
  if (omitted?.includes("frame") === true) return { members: [], leftOut: ["raw motion: it was not kept"] };
  const refused = new Set(all.filter((k) => consentOf(session, k, "raw-recording") === false));
  const notKept = [...refused].map((k) => `raw motion of ${members[k]?.pseudonym ?? ""}: it was not kept`);
  const kept = all.filter((k) => !refused.has(k));
  if (simulated) return { members: kept, leftOut: notKept };
  const given = all.map((k) => consentOf(session, k, "raw-export"));
  if (members.length === 2 && !given.every((each) => each === true)) {
    return { members: [], leftOut: ["raw motion: of two people, both have to agree, and that is not recorded"] };
  }
  return {
    members: kept.filter((k) => given[k] !== false),
    leftOut: [
      ...notKept,
      ...kept
        .filter((k) => given[k] === false)
        .map((k) => `raw motion of ${members[k]?.pseudonym ?? ""}: they did not agree`),
    ],
  };
};
