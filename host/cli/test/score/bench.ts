import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CliError } from "../../src/errors.ts";
import { createScoreCommand } from "../../src/score/score-command.ts";

/** A folder of one test's files, gone after it. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "entrain-score-"));

  write(name: string, content: string | Uint8Array): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Said {
  readonly out: string;
  readonly notes: string;
}

/** Runs `entrain score`. */
export const score = async (...args: readonly string[]): Promise<Said> => {
  const said = { out: "", notes: "" };
  const command = createScoreCommand({ out: (text) => (said.out += text), note: (text) => (said.notes += text) });
  await command.parseAsync([...args], { from: "user" });
  return said;
};

/** The one line `entrain score` fails with, its code before it. */
export const failure = async (...args: readonly string[]): Promise<string> => {
  try {
    const { out } = await score(...args);
    return `no error, but: ${out}`;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return `${error.code}: ${error.message}`;
  }
};

export interface SwingOpts {
  readonly seconds?: number;
  readonly rateHz?: number;
  readonly tempoHz?: number;
  readonly phaseRad?: number;
  readonly startS?: number;
}

/** An arm that swings: gravity on z, the swing on x; the tempo wanders, so that step kept is no coincidence. */
export const swing = ({
  seconds = 12,
  rateHz = 50,
  tempoHz = 1,
  phaseRad = 0,
  startS = 0,
}: SwingOpts = {}): number[][] =>
  Array.from({ length: Math.round(seconds * rateHz) }, (_, i) => {
    const t = startS + i / rateHz;
    const cycles = tempoHz * (t + 0.5 * Math.sin(t / 7) + 0.3 * Math.sin(t / 2.9));
    return [t, 0.4 * Math.sin(2 * Math.PI * cycles + phaseRad), 0.01 * Math.sin(37 * t), 1];
  });

export const csv = (rows: readonly (readonly (number | string)[])[], delimiter = ","): string =>
  `${rows.map((row) => row.join(delimiter)).join("\n")}\n`;
