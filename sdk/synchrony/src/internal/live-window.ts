import { FRAME_HZ } from "../grid.ts";
import type { Span } from "./span.ts";

/** A steady pair is told from strangers in about this many cycles. */
const CYCLES = 30;

/** What a live window is laid out by. */
export interface LiveMember {
  readonly settledFrom: number;
  readonly settledTo: number;
  readonly tempoHz: number;
  /** First frame of the present movement, −1 while there is none. */
  readonly movingSince: number;
}

/**
 * The stretch that a live test looks at: up to thirty cycles, but no less than `windowFrames` and no more than is kept, and
 * only where at least two members have a settled phase. That track is two cycles late; without this a slow group would be
 * waiting for a window that is never full. Movements without any tempo are compared by their envelopes, in a full window.
 *
 * @returns undefined where it is too early
 */
export const liveWindow = (
  members: readonly LiveMember[],
  frame: number,
  windowFrames: number,
  historyFrom: number,
): Span | undefined => {
  const oldest = frame + 1 - windowFrames;
  const heard = members.filter(({ settledTo, tempoHz }) => settledTo > oldest && tempoHz > 0);
  if (heard.length < 2) {
    const isTooEarly =
      members.filter(({ tempoHz }) => tempoHz > 0).length > 1 ||
      members.filter(({ movingSince }) => movingSince >= 0 && movingSince <= oldest).length < 2;
    return isTooEarly ? undefined : { from: Math.max(historyFrom, oldest), to: frame + 1 };
  }
  const meanHz = heard.reduce((sum, { tempoHz }) => sum + tempoHz, 0) / heard.length;
  const length = Math.max(windowFrames, Math.round((CYCLES * FRAME_HZ) / meanHz));
  const to = heard.map((m) => m.settledTo).sort((a, b) => b - a)[1] ?? frame + 1;
  const since = heard.map((m) => m.settledFrom).sort((a, b) => a - b)[1] ?? 0;
  return { from: Math.min(to, Math.max(historyFrom, since, to - length)), to };
};
