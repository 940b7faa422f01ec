import type { BoardId } from "@entrain/boards";
import { firmware } from "@entrain/firmware";
import { countInstructions } from "./callgrind.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { countCommand } from "./count-command.ts";
import { countPulse } from "./count-pulse.ts";
import { drivenBand } from "./stubs.ts";

/** So often, and twice as often: the difference leaves out whatever happens once. */
const TIMES = 10;

const countStatements = async (program: string, board: BoardId, setup: string, work: string): Promise<number> => {
  const run = async (times: number): Promise<number> => {
    const script = `${setup}\nfunction BENCH(){${work}}\nfor(var BENCH_I=0;BENCH_I<${String(times)};BENCH_I++)BENCH();`;
    const { instructions } = await countInstructions(
      program,
      drivenBand(board, firmware[board].text, script),
      "jspEvaluate",
    );
    return instructions;
  };
  const [once, twice] = await Promise.all([run(TIMES), run(2 * TIMES)]);
  return (twice - once) / TIMES;
};

export const countPiece = async (program: string, board: BoardId, { setup, work, nothing }: Piece): Promise<number> =>
  (await countStatements(program, board, setup, work)) - (await countStatements(program, board, setup, nothing));

/** Instructions of each piece of work of a board's firmware on a real interpreter, by name. */
export const countPieces = async (program: string, board: BoardId): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const piece of piecesOf(board)) counts.set(piece.name, await countPiece(program, board, piece));
  counts.set("pulse, not reported", await countPulse(program, board));
  counts.set("pulse, from its handler to the motor (a part of it)", await countCommand(program, board));
  return counts;
};
