import type { RecordedSession } from "../api.ts";

const MICROS = 1e6;
/** Enough for a median that a few gaps do not move. */
const ENOUGH = 2_000;

/** The median rate of a member's samples, in Hz to a tenth; 0 where there are none. */
export const sampleRate = async (session: RecordedSession, member: number): Promise<number> => {
  const steps: number[] = [];
  let before: number | undefined;
  for await (const { tMicros } of session.samples(member)) {
    for (const t of tMicros) {
      if (before !== undefined && t > before) steps.push(t - before);
      before = t;
    }
    if (steps.length >= ENOUGH) break;
  }
  const middle = steps.sort((a, b) => a - b)[steps.length >> 1];
  return middle === undefined ? 0 : Math.round((10 * MICROS) / middle) / 10;
};
