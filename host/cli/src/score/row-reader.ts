import { type Columns, type ColumnSpec, neededColumns, type NeededColumn, POSITIONAL } from "./columns.ts";
import { GrowingFloats } from "./growing-floats.ts";
import { columnsFromHeader, columnsFromNames, namesIn } from "./header-row.ts";
import { numberCell } from "./number-cell.ts";
import { badFile, quoted } from "./text.ts";

const MAX_HEADER_LINES = 100;

/** One file's numbers, in the file's own units. */
export interface RawRecording {
  readonly file: string;
  /** Shape [n]; NaN where the row has no time. */
  readonly tRaw: Float64Array;
  /** accelRaw is interleaved x, y, z, shape [3 n]; a row that is a gap is NaN. */
  readonly groups: readonly { readonly name: string | undefined; readonly accelRaw: Float64Array }[];
  /** Set where a header row was not understood and the columns were taken by position. */
  readonly guessedFrom?: string;
}

/** Why a row holds no numbers where they are needed; undefined where it does. */
const fault = (
  cells: readonly string[],
  needed: readonly NeededColumn[],
): { what: string; found: string } | undefined => {
  for (const { column, label } of needed) {
    const cell = cells[column];
    if (cell === undefined)
      return {
        what: `${label} in column ${String(column)} (counted from 0)`,
        found: `${String(cells.length)} ${cells.length === 1 ? "column" : "columns"}`,
      };
    if (numberCell(cell) === undefined)
      return { what: `a number for ${label} in column ${String(column)} (counted from 0)`, found: quoted(cell) };
  }
  return undefined;
};

/** Takes a file's rows one by one: skips and remembers its header, then keeps its numbers. */
export class RowReader {
  readonly #file: string;
  readonly #spec: ColumnSpec | undefined;
  #columns: Columns | undefined;
  #needed: readonly NeededColumn[] = [];
  #started = false;
  #headerLines = 0;
  #lastHeader: { readonly cells: readonly string[]; readonly line: number } | undefined;
  readonly #t = new GrowingFloats();
  #accel: GrowingFloats[] = [];

  constructor(file: string, spec?: ColumnSpec) {
    this.#file = file;
    this.#spec = spec;
    if (spec !== undefined && namesIn(spec).length === 0) this.#useColumns(columnsFromNames(spec, []));
  }

  /** @throws CliError `bad-file` */
  push(cells: readonly string[], line: number): void {
    if (!this.#started && this.#isHeader(cells, line)) return;
    const wrong = fault(cells, this.#needed);
    if (wrong !== undefined) throw badFile(wrong.what, wrong.found, { file: this.#file, line });
    this.#started = true;
    const { t, groups } = this.#columns ?? POSITIONAL;
    this.#t.push(numberCell(cells[t] ?? "") ?? NaN);
    groups.forEach(({ axes }, g) => {
      const values = axes.map((column) => numberCell(cells[column] ?? "") ?? NaN);
      const gap = values.some(Number.isNaN);
      for (const value of values) this.#accel[g]?.push(gap ? NaN : value);
    });
  }

  /** @throws CliError `bad-file` */
  finish(): RawRecording {
    if (!this.#started) throw this.#nothingFound();
    if (this.#t.length < 2) throw badFile("at least 2 rows of numbers", "1", { file: this.#file });
    const header = this.#lastHeader?.cells;
    return {
      file: this.#file,
      tRaw: this.#t.finish(),
      groups: (this.#columns ?? POSITIONAL).groups.map(({ name }, g) => ({
        name,
        accelRaw: this.#accel[g]?.finish() ?? new Float64Array(0),
      })),
      ...(this.#columns === POSITIONAL && header !== undefined && { guessedFrom: header.join(" ").slice(0, 80) }),
    };
  }

  #useColumns(columns: Columns | undefined): void {
    if (columns === undefined) return;
    this.#columns = columns;
    this.#needed = neededColumns(columns);
    this.#accel = columns.groups.map(() => new GrowingFloats());
  }

  #isHeader(cells: readonly string[], line: number): boolean {
    if (this.#columns === undefined)
      this.#useColumns(this.#spec === undefined ? columnsFromHeader(cells) : columnsFromNames(this.#spec, cells));
    const needed = this.#columns === undefined && this.#spec === undefined ? neededColumns(POSITIONAL) : this.#needed;
    // A first row needs a real time; its values may already be a gap.
    const numeric =
      needed.length > 0 &&
      fault(cells, needed) === undefined &&
      !Number.isNaN(numberCell(cells[needed[0]?.column ?? 0] ?? ""));
    if (numeric) {
      if (this.#columns === undefined) this.#useColumns(POSITIONAL);
      return false;
    }
    this.#lastHeader = { cells, line };
    if (++this.#headerLines > MAX_HEADER_LINES) throw this.#nothingFound();
    return true;
  }

  #nothingFound(): Error {
    const last = this.#lastHeader;
    if (last === undefined) return badFile("rows of numbers", "an empty file", { file: this.#file });
    const place = { file: this.#file, line: last.line };
    if (this.#columns === undefined && this.#spec !== undefined) {
      return badFile(
        `a header row with the columns ${namesIn(this.#spec).map(quoted).join(", ")}`,
        `none up to ${quoted(last.cells.join(" "))}`,
        place,
      );
    }
    if (this.#columns !== undefined && this.#headerLines === 1)
      return badFile("rows of numbers below the header", "none", place);
    const wrong = fault(last.cells, this.#columns === undefined ? neededColumns(POSITIONAL) : this.#needed);
    return badFile(wrong?.what ?? "a row of numbers", wrong?.found ?? "a row without a time", place);
  }
}
