import type { MemberState, StateShares } from "../api.ts";
import type { FrameTrack } from "./growable.ts";

/** States as numbers, for a track of them. */
export const STATE_CODES: Readonly<Record<MemberState, number>> = {
  still: 0,
  acquiring: 1,
  ok: 2,
  dropout: 3,
  "ambiguous-tempo": 1,
};
const SHARES = ["still", "acquiring", "ok", "dropout"] as const;
export const STATE_COUNT = SHARES.length;

/** Shares of frames [from, to); what is not kept counts as dropout. */
export const stateSharesOver = (states: FrameTrack, from: number, to: number): StateShares => {
  const shares = { still: 0, acquiring: 0, ok: 0, dropout: 0 };
  const frames = Math.max(1, to - from);
  for (let f = from; f < to; f++) shares[SHARES[states.at(f)] ?? "dropout"] += 1 / frames;
  if (to <= from) shares.dropout = 1;
  return shares;
};

/** Shares of all frames since the start, from a count of each code. */
export const sinceStart = (framesIn: Float64Array): StateShares => {
  const total = framesIn.reduce((sum, count) => sum + count, 0);
  const shares = { still: 0, acquiring: 0, ok: 0, dropout: total === 0 ? 1 : 0 };
  if (total > 0) SHARES.forEach((name, code) => (shares[name] = (framesIn[code] as number) / total));
  return shares;
};
