import { sessionReport } from "@entrain/report";
import { type LastSession, scoreSession } from "@entrain/session";
import { dirname } from "node:path";
import { openFile } from "../record/open-file.ts";
import { readNames } from "../record/names-file.ts";

/** The page about a session that was kept; without any score where the group wanted none. */
export const lookBack = async (path: string, { scores }: LastSession): Promise<string> => {
  const file = await openFile(path);
  try {
    const { people } = await readNames(dirname(path));
    const { source, session } = file;
    return await sessionReport({
      session,
      windows: scores ? await scoreSession({ source, session }) : [],
      nameOf: (pseudonym) => people[pseudonym],
      scores,
    });
  } finally {
    await file.close();
  }
};
