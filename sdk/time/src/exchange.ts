import type { BandMicros, SessionMicros } from "@entrain/protocol";

/** The four timestamps of one clock exchange (RFC 5905, section 8). */
export interface ClockExchange {
  readonly hostSentMicros: SessionMicros;
  readonly bandReceivedMicros: BandMicros;
  readonly bandSentMicros: BandMicros;
  readonly hostReceivedMicros: SessionMicros;
}

/** A limit of how far a band's clock stood ahead of the session's (its offset) at a session time. */
export interface OffsetLimit {
  readonly tMicros: number;
  readonly offsetMicros: number;
}

/**
 * What one exchange says of the two clocks. No message arrives before it was sent, so the way there says what the offset
 * was at most, and the way back what it was at least. Nothing needs to be known of how long either way took.
 */
export interface OffsetLimits {
  readonly most: OffsetLimit;
  readonly least: OffsetLimit;
}

/** @returns undefined for timestamps that no exchange can have: a trip that took less than no time, or no numbers */
export const limitsOf = (exchange: ClockExchange): OffsetLimits | undefined => {
  const { hostSentMicros, bandReceivedMicros, bandSentMicros, hostReceivedMicros } = exchange;
  const tripMicros = hostReceivedMicros - hostSentMicros - (bandSentMicros - bandReceivedMicros);
  if (!(tripMicros >= 0) || !(bandSentMicros >= bandReceivedMicros) || !Number.isFinite(tripMicros)) return undefined;
  return {
    most: { tMicros: hostSentMicros, offsetMicros: bandReceivedMicros - hostSentMicros },
    least: { tMicros: hostReceivedMicros, offsetMicros: bandSentMicros - hostReceivedMicros },
  };
};
