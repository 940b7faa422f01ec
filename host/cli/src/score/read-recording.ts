import { readTextRows } from "../table/text-rows.ts";
import type { ColumnSpec } from "./columns.ts";
import { type RawRecording, RowReader } from "./row-reader.ts";

/**
 * Reads one file of motion, in the file's own units.
 *
 * @throws CliError `bad-file`: missing, no text, or not the table it should be
 */
export const readRecording = async (file: string, spec?: ColumnSpec): Promise<RawRecording> => {
  const reader = new RowReader(file, spec);
  await readTextRows(file, (cells, line) => reader.push(cells, line));
  return reader.finish();
};
