import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { problemText } from "@entrain/pacing";
import { GROUP_ID, type GroupDocument, groupProblems, type GroupStore } from "@entrain/session";
import { CliError } from "../errors.ts";
import { quoted } from "../score/text.ts";
import { readJson, writeJson } from "./private-json.ts";

const ENDING = ".json";
const ID = new RegExp(GROUP_ID, "u");

/** Groups as files in a folder, one each, named by their id. */
export class GroupFolder implements GroupStore {
  private readonly dir: string;
  private readonly warn: (line: string) => void;

  /** @param warn - told of a file that is no group; the others are there all the same */
  constructor(dir: string, warn: (line: string) => void) {
    this.dir = dir;
    this.warn = warn;
  }

  /** By name. */
  async list(): Promise<readonly GroupDocument[]> {
    const files = await readdir(this.dir).catch(() => [] as string[]);
    const ids = files.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
    const groups = await Promise.all(ids.filter((id) => ID.test(id)).map((id) => this.read(id)));
    return groups.filter((group) => group !== undefined).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** @throws CliError `bad-file` where it is no group, `cannot-write` */
  async save(group: GroupDocument): Promise<void> {
    const [problem] = groupProblems(group);
    if (problem !== undefined) throw new CliError("bad-file", `group${problemText(problem)}`);
    await writeJson(this.pathOf(group.id), group);
  }

  /** @throws CliError `usage` where that can be no group's id, `cannot-write` */
  async remove(id: string): Promise<void> {
    const path = this.pathOf(id);
    await rm(path, { force: true }).catch((error: unknown) => {
      throw new CliError("cannot-write", `expected to delete ${path}, found ${(error as Error).message}`);
    });
  }

  private pathOf(id: string): string {
    if (ID.test(id)) return join(this.dir, id + ENDING);
    throw new CliError("usage", `expected a group's id, of letters, digits and hyphens, found ${quoted(id)}`);
  }

  private async read(id: string): Promise<GroupDocument | undefined> {
    try {
      const value = await readJson(this.pathOf(id));
      const [problem] = groupProblems(value);
      if (problem !== undefined) throw new CliError("bad-file", `${this.pathOf(id)}: ${problemText(problem)}`);
      const group = value as GroupDocument;
      if (group.id === id) return group;
      throw new CliError("bad-file", `expected the group ${id} in its file, found ${quoted(group.id)}`);
    } catch (error) {
      this.warn(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
