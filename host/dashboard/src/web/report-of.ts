import { openSession, sourceOf } from "@entrain/recording";
import { sessionReport } from "@entrain/report";
import { scoreSession } from "@entrain/session";
import type { KeptSession } from "./kept-sessions.ts";

/** A page to look back with, as one HTML text. */
export const reportOf = async ({ bytes, fileName, people }: KeptSession): Promise<string> => {
  const source = sourceOf(bytes);
  const session = await openSession(source, fileName);
  return sessionReport({
    session,
    windows: await scoreSession({ source, session }),
    nameOf: (pseudonym) => people[pseudonym],
    scores: true,
  });
};
