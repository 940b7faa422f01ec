import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SynchronyError } from "@entrain/synchrony";
import type { Command } from "commander";
import { createAnalyseCommand } from "../../src/analyse/analyse-command.ts";
import type { CommandOutput } from "../../src/command-output.ts";
import { CliError } from "../../src/errors.ts";
import { PacingError } from "@entrain/pacing";
import { createChoralCommand } from "../../src/choral/choral-command.ts";
import { createTappingCommand } from "../../src/tapping/tapping-command.ts";
import { createWccCommand } from "../../src/wcc/wcc-command.ts";
import type { schemaFaults } from "../score/schema-check.ts";

/** A folder of one test file's tables, gone after it. */
export class Tables {
  readonly path = mkdtempSync(join(tmpdir(), "entrain-tables-"));

  write(name: string, content: string | Uint8Array): string {
    const file = join(this.path, name);
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Said {
  out: string;
  notes: string;
}

const CREATE = {
  choral: createChoralCommand,
  analyse: createAnalyseCommand,
  tapping: createTappingCommand,
  wcc: createWccCommand,
};
export type Name = keyof typeof CREATE;

/** Runs one of the commands. */
export const run = async (name: Name, ...args: readonly string[]): Promise<Said> => {
  const said: Said = { out: "", notes: "" };
  const output: CommandOutput = { out: (text) => (said.out += text), note: (text) => (said.notes += text) };
  const create: (output: CommandOutput) => Command = CREATE[name];
  await create(output).parseAsync([...args], { from: "user" });
  return said;
};

/** The one line a command fails with. */
export const failure = async (name: Name, ...args: readonly string[]): Promise<string> => {
  try {
    const { out } = await run(name, ...args);
    return `no error, but: ${out}`;
  } catch (error) {
    if (!(error instanceof CliError || error instanceof PacingError || error instanceof SynchronyError)) throw error;
    return error.message;
  }
};

export const json = async <T>(name: Name, ...args: readonly string[]): Promise<T> =>
  JSON.parse((await run(name, ...args, "--json")).out) as T;

export const schemaOf = (name: Name): Parameters<typeof schemaFaults>[1] =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../src/${name}/${name}.schema.json`), "utf8")) as Parameters<
    typeof schemaFaults
  >[1];

export const table = (
  names: readonly string[],
  columns: readonly ArrayLike<number | string>[],
  separator = ",",
): string =>
  `${[names, ...Array.from(columns[0] ?? [], (_, i) => columns.map((column) => column[i] ?? ""))]
    .map((row) => row.join(separator))
    .join("\n")}\n`;

/** An uneven swing, sampled at 50 Hz. */
export const swing = (length: number, hz = 1, phaseRad = 0): number[] =>
  Array.from({ length }, (_, i) => {
    const t = i / 50;
    return Math.sin(2 * Math.PI * hz * (t + 0.1 * Math.sin(t)) - phaseRad) + 0.05 * Math.sin(17.3 * t * t);
  });
