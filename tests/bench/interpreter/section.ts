import { existsSync } from "node:fs";
import { rowsTable } from "../row.ts";
import { hasValgrind } from "./callgrind.ts";
import { comparePieces } from "./compare.ts";
import { measureVariables } from "./variables.ts";

const HOW = `Instructions are counted with callgrind on a 32-bit build for size (\`-Os\`), as the difference between a piece of
work done ten times and twenty times, less what driving it from a loop costs; pulses play on the interpreter's own timers.
Natives run as they are, except I2C and the hardware timer, which are stubs. Milliseconds assume 64 MHz, one instruction
a cycle, times 1.36 for functions that are read from flash: the former is optimistic, and neither was measured on a board.
What a transfer takes on the I2C wire comes on top.`;

const absence = (program: string | undefined): string | undefined => {
  if (program === undefined || program === "") return "ESPRUINO_BIN names no interpreter";
  return existsSync(program) ? undefined : "ESPRUINO_BIN names a file that is not there";
};

/**
 * What the firmware takes of a real interpreter, as Markdown; undefined where there is none.
 *
 * @param programs - of ESPRUINO_BIN and, with fewer variables, of ESPRUINO_SMALL_BIN
 */
export const measureInterpreter = async (
  program: string | undefined,
  small: string | undefined,
): Promise<{ readonly text: string } | { readonly absent: string }> => {
  const absent = absence(program);
  if (absent !== undefined || program === undefined) return { absent: absent ?? "" };
  const rows = [...(await measureVariables(program))];
  if (absence(small) === undefined && small !== undefined) rows.push(...(await measureVariables(small)));
  const counts = hasValgrind() ? await comparePieces(program) : "Instructions: not measured, valgrind is not there.";
  return { text: `${rowsTable(rows)}\n\n${counts}\n\n${HOW}` };
};
