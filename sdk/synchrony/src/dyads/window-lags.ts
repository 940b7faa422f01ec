import type { MemberTrack } from "../internal/member-track.ts";
import type { Span } from "../internal/span.ts";
import { LAG_REACH, LAGS, lagStride } from "./lag-grid.ts";

/** The same correlation as LiveLags has, with a plain mean over the frames of a window in which both have a phase. */
export const windowLags = (
  a: MemberTrack,
  b: MemberTrack,
  window: Span,
  tempoHz: number,
  out: Float64Array,
): number => {
  const stride = lagStride(tempoHz);
  const reach = LAG_REACH * stride;
  out.fill(0, 0, LAGS);
  let xx = 0;
  let yy = 0;
  let count = 0;
  const x = a.signal.data;
  const y = b.signal.data;
  const from = Math.max(window.from, a.signal.base + reach, b.signal.base + reach);
  for (let f = from; f < window.to; f++) {
    if (Number.isNaN(a.settled.at(f)) || Number.isNaN(b.settled.at(f))) continue;
    const atX = f - a.signal.base;
    const atY = f - b.signal.base;
    const nowX = x[atX] ?? 0;
    const nowY = y[atY] ?? 0;
    for (let lag = 1; lag <= LAG_REACH; lag++) {
      out[LAG_REACH + lag] = (out[LAG_REACH + lag] ?? 0) + (x[atX - lag * stride] ?? 0) * nowY;
      out[LAG_REACH - lag] = (out[LAG_REACH - lag] ?? 0) + nowX * (y[atY - lag * stride] ?? 0);
    }
    out[LAG_REACH] = (out[LAG_REACH] ?? 0) + nowX * nowY;
    xx += nowX * nowX;
    yy += nowY * nowY;
    count++;
  }
  const scale = Math.sqrt(xx * yy);
  if (!(scale > 1e-12) || count < LAGS) return 0;
  for (let lag = 0; lag < LAGS; lag++) out[lag] = (out[lag] ?? 0) / scale;
  return stride;
};
