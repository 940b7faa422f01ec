import type { BandMicros, SessionMicros } from "./units.ts";

/** How the session clock maps onto a band's, and by how much it may be wrong. */
export interface ClockMap {
  readonly sessionRef: SessionMicros;
  readonly bandRef: BandMicros;
  /** Band microseconds that pass in one session microsecond: 1 + skew. */
  readonly bandPerSession: number;
  /** The true band time lies within ± this of the mapped one, as far as the estimator can know. */
  readonly errorMicros: number;
}

/** The band's clock at a moment of the session's. */
export const toBandMicros = (map: ClockMap, tMicros: SessionMicros): BandMicros =>
  (map.bandRef + (tMicros - map.sessionRef) * map.bandPerSession) as BandMicros;

/** The session's clock at a moment of the band's: the exact inverse of {@link toBandMicros}. */
export const toSessionMicros = (map: ClockMap, tMicros: BandMicros): SessionMicros =>
  (map.sessionRef + (tMicros - map.bandRef) / map.bandPerSession) as SessionMicros;
