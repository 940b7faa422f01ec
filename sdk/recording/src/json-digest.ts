import { RunningCrc } from "@entrain/protocol";

const encoder = new TextEncoder();

/**
 * CRC-32 of a value as JSON in UTF-8. JSON writes a number with as many digits as tell it from its neighbours: two values
 * with the same text are the same to the last bit.
 */
export const jsonDigest = (value: unknown): number =>
  new RunningCrc().update(encoder.encode(JSON.stringify(value))).value();
