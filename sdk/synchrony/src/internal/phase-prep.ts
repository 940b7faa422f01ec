import { wrapRad } from "../circular.ts";
import type { FrameTrack } from "./growable.ts";

/** One member's phase over a span of frames, made continuous. Its store is used again by the next. */
export class UnwrappedPhase {
  /** Continuous phase, radians; gaps are filled by a line. Shape: at least [count]. */
  rad = new Float64Array(0);
  /** 1 where the phase was measured. */
  mask = new Uint8Array(0);
  count = 0;
  valid = 0;

  /** Unwraps a phase track over [from, to); NaN marks gaps, which are crossed at the member's mean tempo. */
  read(track: FrameTrack, from: number, to: number): void {
    this.count = Math.max(0, to - from);
    if (this.rad.length < this.count) {
      this.rad = new Float64Array(this.count);
      this.mask = new Uint8Array(this.count);
    }
    this.valid = unwrap(track, from, this.count, this.rad, this.mask);
  }
}

/** {@link wrapRad} of what is at most one turn off, as the difference of two wrapped angles is. */
const wrapOnce = (rad: number): number =>
  rad > Math.PI ? rad - 2 * Math.PI : rad <= -Math.PI ? rad + 2 * Math.PI : rad;

/** @returns how many frames were measured */
const unwrap = (track: FrameTrack, from: number, count: number, rad: Float64Array, mask: Uint8Array): number => {
  const data = track.data;
  const first = from - track.base;
  const length = track.end - track.base;
  let advance = 0;
  let pairs = 0;
  let valid = 0;
  let previous = NaN;
  for (let i = 0, at = first; i < count; i++, at++) {
    const phase = at >= 0 && at < length ? (data[at] as number) : NaN;
    rad[i] = phase;
    const isMeasured = !Number.isNaN(phase);
    mask[i] = isMeasured ? 1 : 0;
    if (isMeasured) {
      valid++;
      if (!Number.isNaN(previous)) {
        advance += wrapOnce(phase - previous);
        pairs++;
      }
    }
    previous = phase;
  }
  const slope = pairs > 0 ? advance / pairs : 0;
  let last = -1;
  let before = 0;
  let measured = 0;
  for (let i = 0; i < count; i++) {
    if (mask[i] !== 1) continue;
    const phase = rad[i] as number;
    if (last === i - 1 && last >= 0) {
      before += slope + wrapOnce(phase - measured - slope);
    } else if (last < 0) {
      for (let j = 0; j < i; j++) rad[j] = phase - slope * (i - j);
      before = phase;
    } else {
      const expected = before + slope * (i - last);
      const after = expected + wrapRad(phase - expected);
      const step = (after - before) / (i - last);
      for (let j = last + 1; j < i; j++) rad[j] = before + step * (j - last);
      before = after;
    }
    rad[i] = before;
    measured = phase;
    last = i;
  }
  for (let j = last + 1; j < count; j++) rad[j] = last < 0 ? 0 : before + slope * (j - last);
  return valid;
};
