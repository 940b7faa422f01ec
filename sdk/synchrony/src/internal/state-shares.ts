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

/** Shares of frames [from, to); what is not kept counts as dropout. */
export const stateSharesOver = (states: FrameTrack, from: number, to: number): StateShares => {
  const shares = { still: 0, acquiring: 0, ok: 0, dropout: 0 };
  const frames = Math.max(1, to - from);
  for (let f = from; f < to; f++) shares[SHARES[states.at(f)] ?? "dropout"] += 1 / frames;
  if (to <= from) shares.dropout = 1;
  return shares;
};

/** Shares of all frames since the start, from a count of each state. */
export const sinceStart = (framesIn: Readonly<Record<MemberState, number>>): StateShares => {
  const { still, acquiring, ok, dropout, "ambiguous-tempo": ambiguous } = framesIn;
  const total = still + acquiring + ok + dropout + ambiguous;
  if (total === 0) return { still: 0, acquiring: 0, ok: 0, dropout: 1 };
  return { still: still / total, acquiring: (acquiring + ambiguous) / total, ok: ok / total, dropout: dropout / total };
};
