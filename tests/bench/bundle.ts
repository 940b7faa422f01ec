import { firmware } from "@entrain/firmware";
import { type Row, shown } from "./row.ts";

const TARGET_BYTES = 12_000;

/** What is put on a band. */
export const benchBundles = (): readonly Row[] =>
  Object.entries(firmware).map(([board, { text }]) => ({
    what: `firmware bundle, ${board}`,
    value: `${shown(Buffer.byteLength(text))} bytes`,
    target: `≤ ${shown(TARGET_BYTES)}`,
  }));
