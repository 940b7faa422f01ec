import type { BoardId } from "@entrain/boards";
import { planOf } from "@entrain/protocol/testing";
import { Wire } from "../../conformance/wire.ts";
import { type Row, shown } from "../row.ts";
import { type Behind, startPipedBand } from "./piped-band.ts";

const BOARDS: readonly BoardId[] = ["xiao-sense", "banglejs2"];
const LEAD_MICROS = 600_000;
const STAY_MICROS = 8_000_000;

const withBand = async (program: string, board: BoardId, behind: Behind) => {
  const band = await startPipedBand(program, board, behind);
  try {
    const atRest = await band.usage();
    const wire = new Wire(band);
    const variables = atRest + (await band.freeVariables());
    if (behind === "nothing") return { atRest, variables, most: await band.mostUsage() };
    await wire.begin();
    const beatZeroMicros = wire.after(LEAD_MICROS);
    // The longest plan that a frame holds, then an ordinary one that plays.
    const long = Float64Array.from({ length: 24 }, (_, i) =>
      i % 3 === 0 ? (i === 21 ? 0 : 4) : i % 3 === 1 ? 5e5 : 0,
    );
    await wire.command(planOf({ beatZeroMicros, segments: long, revision: 1 }));
    await wire.command({ kind: "start", revision: 1, fromMicros: beatZeroMicros });
    await wire.stay(STAY_MICROS);
    // While it plays, the next plan arrives: then two are held.
    await wire.command(planOf({ beatZeroMicros, segments: long, revision: 2 }));
    await wire.command({ kind: "start", revision: 2, fromMicros: wire.after(2 * LEAD_MICROS) });
    await wire.stay(STAY_MICROS);
    return { atRest, variables, most: await band.mostUsage(), played: wire.all("pulsePlayed").length };
  } finally {
    await band.close();
  }
};

const measure = async (program: string, board: BoardId): Promise<Row> => {
  const without = await withBand(program, board, "nothing");
  const band = await withBand(program, board, "firmware");
  const resident = band.atRest - without.atRest;
  const peak = band.most - without.atRest;
  return {
    what: `variables, ${board}, of ${shown(without.variables)}, run from flash: at rest, most while playing and streaming`,
    value: `${shown(resident)}, ${shown(peak)} (${String(band.played ?? 0)} pulses played)`,
    target: "≤ 900, ≤ 1,300",
  };
};

/** Variables that the firmware takes on a real interpreter, the test's own taken off. */
export const measureVariables = async (program: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const board of BOARDS) rows.push(await measure(program, board));
  return rows;
};
