import type { BandMicros, SessionMicros } from "@entrain/protocol";

/** The four timestamps of one clock exchange (RFC 5905, section 8). */
export interface ClockExchange {
  readonly hostSentMicros: SessionMicros;
  readonly bandReceivedMicros: BandMicros;
  readonly bandSentMicros: BandMicros;
  readonly hostReceivedMicros: SessionMicros;
}

/**
 * What one exchange says of the two clocks: at session time `tMicros` the band's clock showed `tMicros + offsetMicros`,
 * give or take `halfTripMicros`. That bound is hard: it follows from no message arriving before it was sent.
 */
export interface OffsetSample {
  readonly tMicros: SessionMicros;
  readonly offsetMicros: number;
  readonly halfTripMicros: number;
}

/** @returns undefined for timestamps that no exchange can have: a trip that took less than no time, or no numbers */
export const offsetOf = (exchange: ClockExchange): OffsetSample | undefined => {
  const { hostSentMicros, bandReceivedMicros, bandSentMicros, hostReceivedMicros } = exchange;
  const tripMicros = hostReceivedMicros - hostSentMicros - (bandSentMicros - bandReceivedMicros);
  if (!(tripMicros >= 0) || !(bandSentMicros >= bandReceivedMicros) || !Number.isFinite(tripMicros)) return undefined;
  const tMicros = ((hostSentMicros + hostReceivedMicros) / 2) as SessionMicros;
  const bandMiddle = bandReceivedMicros + (bandSentMicros - bandReceivedMicros) / 2;
  return { tMicros, offsetMicros: bandMiddle - tMicros, halfTripMicros: tripMicros / 2 };
};
