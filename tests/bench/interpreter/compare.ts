import type { BoardId } from "@entrain/boards";
import { INSTRUCTIONS_PER_MICRO } from "@entrain/simulator";
import { shown, tableOf } from "../row.ts";
import { countPieces } from "./count-pieces.ts";
import { chargePieces } from "./simulated-pieces.ts";

const BOARDS: readonly BoardId[] = ["xiao-sense", "banglejs2"];
/** How far the simulator may be off. */
const TOLERANCE = 0.15;
const THOUSAND = 1e3;

/** What was counted, and what the simulator charges for the same, side by side. */
export const comparePieces = async (program: string): Promise<string> => {
  const rows: string[][] = [];
  for (const board of BOARDS) {
    const counted = await countPieces(program, board);
    const charged = await chargePieces(board);
    for (const [name, instructions] of counted) {
      const charge = charged.get(name);
      const off = charge === undefined ? 0 : charge / instructions - 1;
      rows.push([
        board,
        name,
        shown(instructions / THOUSAND),
        shown(instructions / INSTRUCTIONS_PER_MICRO / THOUSAND),
        charge === undefined ? "in the sum" : shown(charge / THOUSAND),
        charge === undefined
          ? ""
          : `${off > 0 ? "+" : ""}${(100 * off).toFixed(0)} %${Math.abs(off) > TOLERANCE ? " !" : ""}`,
      ]);
    }
  }
  const head = ["board", "piece of work", "counted, k instructions", "ms on a band", "charged, k", "off by"];
  return tableOf(head, rows);
};
