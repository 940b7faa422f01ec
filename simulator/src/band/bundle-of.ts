import type { FirmwareName } from "@entrain/firmware";
import type { SimulatedBandOpts } from "./simulated-band-opts.ts";

/** The bundle that a band runs: one that hears a bridge where it has a number there. */
export const bundleOf = ({ board, air }: SimulatedBandOpts): FirmwareName => {
  if (air === undefined) return board;
  if (board === "xiao-tap") throw new Error("expected a board whose bundle hears a bridge, found xiao-tap");
  return `${board}-air`;
};

/** What its flash holds at first: its number, as the firmware would have kept it. */
export const filesOf = ({ air }: SimulatedBandOpts): Map<string, string> =>
  new Map(air && [["entrain.json", JSON.stringify([1, 0, 0, 0, 0, 0, air.number, air.group])]]);
