import { GrowingFloats } from "../score/growing-floats.ts";
import { numberCell } from "../score/number-cell.ts";
import { badFile, oneLine, quoted } from "../score/text.ts";
import { readTextRows } from "./text-rows.ts";

/** A table of numbers: a name and a series for each column. */
export interface Signals {
  readonly file: string;
  /** As the header has them, made unique; column numbers from 0 where there is no header. */
  readonly names: readonly string[];
  /** Each of shape [n]; NaN where a cell is empty or not a finite number. */
  readonly columns: readonly Float64Array[];
  readonly hasHeader: boolean;
}

/** A spreadsheet library that was given no names writes 0, 1, 2 … for them. */
const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 1 &&
  (cells.every((cell, i) => cell.trim() === String(i)) || cells.every((cell, i) => cell.trim() === String(i + 1)));

const isData = (cells: readonly string[]): boolean =>
  cells.every((cell) => numberCell(cell) !== undefined) &&
  cells.some((cell) => Number.isFinite(numberCell(cell))) &&
  !isCounting(cells);

const uniqueNames = (cells: readonly string[]): string[] => {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const wanted = oneLine(i === 0 ? cell.replace(/^\s*#\s*/, "") : cell) || `column ${String(i)}`;
    let name = wanted;
    for (let k = 2; taken.has(name); k++) name = `${wanted}-${String(k)}`;
    taken.add(name);
    return name;
  });
};

/** A separator at the end of a line makes no column. */
const withoutTail = (cells: readonly string[], columns: number): readonly string[] =>
  cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === "") ? cells.slice(0, columns) : cells;

/** Takes the rows of a table one by one. */
class SignalReader {
  readonly #file: string;
  #names: string[] | undefined;
  #hasHeader = true;
  #columns: GrowingFloats[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  push(cells: readonly string[], line: number): void {
    if (this.#names === undefined) {
      const used = cells.at(-1)?.trim() === "" && cells.length > 1 ? cells.slice(0, -1) : cells;
      this.#hasHeader = !isData(used);
      this.#names = uniqueNames(this.#hasHeader ? used : used.map((_, i) => String(i)));
      this.#columns = this.#names.map(() => new GrowingFloats());
      if (this.#hasHeader) return;
    }
    const row = withoutTail(cells, this.#names.length);
    if (row.length !== this.#names.length)
      throw badFile(`${String(this.#names.length)} columns, as in the first row`, String(row.length), {
        file: this.#file,
        line,
      });
    row.forEach((cell, i) => {
      const value = numberCell(cell);
      if (value === undefined)
        throw badFile(`a number in column ${quoted(this.#names?.[i] ?? "")}`, quoted(cell), { file: this.#file, line });
      this.#columns[i]?.push(value);
    });
  }

  finish(): Signals {
    const rows = this.#columns[0]?.length ?? 0;
    if (this.#names === undefined)
      throw badFile("a header row and rows of numbers", "an empty file", { file: this.#file });
    if (rows === 0) throw badFile("rows of numbers", "only a header row", { file: this.#file });
    return {
      file: this.#file,
      names: this.#names,
      columns: this.#columns.map((column) => column.finish()),
      hasHeader: this.#hasHeader,
    };
  }
}

/**
 * Reads a file with a header row and one signal a column. A first row of numbers is taken for data.
 *
 * @throws CliError `bad-file`
 */
export const readSignals = async (file: string): Promise<Signals> => {
  const reader = new SignalReader(file);
  await readTextRows(file, (cells, line) => reader.push(cells, line));
  return reader.finish();
};

/** What a person should know of how the file was read. */
export const headerNote = ({ file, hasHeader, names }: Signals): string | undefined =>
  hasHeader
    ? undefined
    : `note: no header row in ${oneLine(file)}: its first row holds numbers; columns are called 0 to ${String(names.length - 1)}`;
