import { wrapRad } from "../circular.ts";
import type { FrameTrack } from "./growable.ts";

/** One member's phase over a span of points, made continuous. */
export interface UnwrappedPhase {
  /** Continuous phase, radians; gaps are filled by a line. */
  readonly rad: Float64Array;
  /** 1 where the phase was measured. */
  readonly mask: Uint8Array;
  readonly valid: number;
}

/** Unwraps a phase track over [from, to); NaN marks gaps, which are crossed at the member's mean tempo. */
export const unwrapTrack = (track: FrameTrack, from: number, to: number): UnwrappedPhase => {
  const count = Math.max(0, to - from);
  const rad = new Float64Array(count);
  const mask = new Uint8Array(count);
  const data = track.data;
  const length = track.end - track.base;
  let advance = 0;
  let pairs = 0;
  let valid = 0;
  let previous = NaN;
  for (let i = 0; i < count; i++) {
    const at = from + i - track.base;
    const phase = at >= 0 && at < length ? (data[at] ?? NaN) : NaN;
    rad[i] = phase;
    if (!Number.isNaN(phase)) {
      mask[i] = 1;
      valid++;
      if (!Number.isNaN(previous)) {
        advance += wrapRad(phase - previous);
        pairs++;
      }
    }
    previous = phase;
  }
  const slope = pairs > 0 ? advance / pairs : 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (mask[i] !== 1) continue;
    const phase = rad[i] ?? 0;
    if (last < 0) {
      for (let j = 0; j < i; j++) rad[j] = phase - slope * (i - j);
    } else {
      const before = rad[last] ?? 0;
      const expected = before + slope * (i - last);
      rad[i] = expected + wrapRad(phase - expected);
      const step = ((rad[i] ?? 0) - before) / (i - last);
      for (let j = last + 1; j < i; j++) rad[j] = before + step * (j - last);
    }
    last = i;
  }
  for (let j = last + 1; j < count; j++) rad[j] = last < 0 ? 0 : (rad[last] ?? 0) + slope * (j - last);
  return { rad, mask, valid };
};
