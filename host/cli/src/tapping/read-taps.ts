import { numberCell } from "../score/number-cell.ts";
import { badFile, oneLine, quoted } from "../score/text.ts";
import { readTextRows } from "../table/text-rows.ts";

const COLUMNS = ["subject", "trial", "isi", "asynch"] as const;
type Column = (typeof COLUMNS)[number];

/** Taps of one subject at one interval: asynchronies, ms, one array a trial, in the order of the file. */
export interface Tapped {
  readonly subject: string;
  readonly isiMs: number;
  readonly trialsMs: readonly (readonly number[])[];
}

/** Takes the rows of a table of taps one by one. */
class TapReader {
  readonly #file: string;
  #columns: Readonly<Record<Column, number>> | undefined;
  readonly #taps = new Map<string, { subject: string; isiMs: number; trials: Map<string, number[]> }>();

  constructor(file: string) {
    this.#file = file;
  }

  push(cells: readonly string[], line: number): void {
    if (this.#columns === undefined) {
      this.#columns = this.#columnsOf(cells, line);
      return;
    }
    const place = { file: this.#file, line };
    const cell = (column: Column): string => {
      const text = cells[this.#columns?.[column] ?? -1];
      if (text === undefined) throw badFile(`a column ${column}`, `${String(cells.length)} columns`, place);
      return text.trim();
    };
    const isiMs = numberCell(cell("isi"));
    if (isiMs === undefined || !(isiMs > 0)) throw badFile("an isi above 0 ms", quoted(cell("isi")), place);
    const asynchMs = numberCell(cell("asynch"));
    if (asynchMs === undefined) throw badFile("a number for asynch", quoted(cell("asynch")), place);
    const subject = oneLine(cell("subject"));
    if (subject === "") throw badFile("a subject", quoted(""), place);
    this.#add(subject, cell("trial"), isiMs, asynchMs);
  }

  finish(): readonly Tapped[] {
    if (this.#columns === undefined)
      throw badFile(`a header row with ${COLUMNS.join(", ")}`, "an empty file", { file: this.#file });
    if (this.#taps.size === 0) throw badFile("rows of taps", "only a header row", { file: this.#file });
    const numeric = new Intl.Collator("en", { numeric: true });
    return [...this.#taps.values()]
      .sort((a, b) => numeric.compare(a.subject, b.subject) || a.isiMs - b.isiMs)
      .map(({ subject, isiMs, trials }) => ({ subject, isiMs, trialsMs: [...trials.values()] }));
  }

  #add(subject: string, trial: string, isiMs: number, asynchMs: number): void {
    const key = JSON.stringify([subject, isiMs]);
    const taps = this.#taps.get(key) ?? { subject, isiMs, trials: new Map<string, number[]>() };
    this.#taps.set(key, taps);
    const inTrial = taps.trials.get(trial) ?? [];
    taps.trials.set(trial, inTrial);
    inTrial.push(asynchMs);
  }

  #columnsOf(cells: readonly string[], line: number): Readonly<Record<Column, number>> {
    const names = cells.map((cell, i) => (i === 0 ? cell.replace(/^\s*#\s*/, "") : cell).trim().toLowerCase());
    const missing = COLUMNS.filter((column) => !names.includes(column));
    if (missing.length > 0)
      throw badFile(
        `a header row with ${COLUMNS.join(", ")}`,
        `none of ${missing.join(", ")} in ${quoted(cells.join(","))}`,
        {
          file: this.#file,
          line,
        },
      );
    const [subject, trial, isi, asynch] = COLUMNS.map((column) => names.indexOf(column)) as [
      number,
      number,
      number,
      number,
    ];
    return { subject, trial, isi, asynch };
  }
}

/**
 * Reads a table of taps: columns subject, trial, isi and asynch (ms), in any order.
 *
 * @returns by subject, then by interval
 * @throws CliError `bad-file`
 */
export const readTaps = async (file: string): Promise<readonly Tapped[]> => {
  const reader = new TapReader(file);
  await readTextRows(file, (cells, line) => reader.push(cells, line));
  return reader.finish();
};
