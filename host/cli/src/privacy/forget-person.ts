import { join } from "node:path";
import { type RecordedSession, withoutMember } from "@entrain/recording";
import type { UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { readNames, writeNames } from "../record/names-file.ts";
import { oneLine } from "../score/text.ts";
import { forgetIndex, rewriteInPlace, sessionFilesIn, tryOpen } from "./folder.ts";

/** How many texts that others wrote speak of somebody by name. */
const textsNaming = ({ notes, markers, words }: RecordedSession, name: string, member: number): number =>
  [
    ...notes.map(({ text }) => text),
    ...markers.map(({ label = "" }) => label),
    ...words.filter((word) => word.member !== member).map(({ text }) => text),
  ].filter((text) => text.toLowerCase().includes(name.toLowerCase())).length;

/**
 * Takes a person out of every session of a folder, and out of the list of names.
 *
 * @returns what was done and what could not be, a line each
 * @throws CliError `bad-file` where nobody of this name is known
 */
export const forgetPerson = async (dir: string, person: string, unlock: UnlockOptions): Promise<readonly string[]> => {
  const list = await readNames(dir);
  const [pseudonym, name] = Object.entries(list.people).find(([, known]) => known === person) ?? [person, undefined];
  const lines: string[] = [];
  for (const fileName of await sessionFilesIn(dir)) {
    const path = join(dir, fileName);
    const file = await tryOpen(path, unlock);
    if (typeof file === "string") {
      lines.push(`not reached: ${fileName} could not be opened (${file})`);
      continue;
    }
    try {
      const { session } = file;
      const member = session.config.members.findIndex((each) => each.pseudonym === pseudonym);
      if (member < 0) continue;
      const leftOut = await rewriteInPlace(path, file, withoutMember(session.config, member));
      lines.push(`${fileName}: took out ${String(leftOut)} entries; the group's readings stay as they were computed`);
      const texts = name === undefined ? 0 : textsNaming(session, name, member);
      if (texts > 0) lines.push(`not reached: ${fileName} has ${String(texts)} texts of others with this name in them`);
    } finally {
      await file.close();
    }
  }
  if (name !== undefined) {
    const people = Object.fromEntries(Object.entries(list.people).filter(([known]) => known !== pseudonym));
    await writeNames(dir, { ...list, people });
    lines.push(`took ${oneLine(name)} out of the list of names`);
  }
  await forgetIndex(dir);
  if (lines.length > 0) return lines;
  throw new CliError("bad-file", `expected somebody of this folder's sessions, found nobody called ${oneLine(person)}`);
};
