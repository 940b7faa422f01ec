import type { BandSamples } from "../../src/index.ts";
import { layTable, type Table } from "./bench.ts";

/** A table whose Arduino has just started, after whatever was on the wire before. */
export const booted = async (garbage: readonly number[] = []) => {
  const table = await layTable();
  table.device.send(garbage);
  table.device.boot();
  return table;
};

/** Opens it and hears everything. */
export const listening = async (table: Table, intervalMicros = 10_000) => {
  const motion = await table.open({ intervalMicros });
  const heard: BandSamples[] = [];
  const stop = motion.on((samples) => heard.push(samples));
  return { motion, heard, stop };
};
