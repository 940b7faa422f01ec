import type { FrameTrack } from "./growable.ts";

/** Frames [from, to). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Share of a window that a member must have been ok, or moving, to be part of its test. */
export const MIN_SHARE = 0.5;

/** Share of the span in which the track has a value. */
export const shareOf = (track: FrameTrack, span: Span): number => {
  let have = 0;
  for (let f = span.from; f < span.to; f++) if (!Number.isNaN(track.at(f))) have++;
  return have / Math.max(1, span.to - span.from);
};

/** The same for phase: a wander with more gaps than this looks larger than it is, and chance lower. */
export const MIN_PHASE_SHARE = 0.7;
