/** What happened to the bytes of one direction. `written + inserted = delivered + lost + dropped + still pending`. */
export interface LaneStatistics {
  readonly writtenBytes: number;
  readonly deliveredBytes: number;
  /** Gone with a lost packet. */
  readonly lostBytes: number;
  /** Written while the link was closed, or still under way when it closed. */
  readonly droppedBytes: number;
  /** Delivered though never written: doubled bytes and 0x11 or 0x13. */
  readonly insertedBytes: number;
  /** Delivered with flipped bits. */
  readonly corruptedBytes: number;
  readonly deliveredPackets: number;
  /** Packets that had to wait for another connection event because the radio missed them. */
  readonly retransmissions: number;
}

/** One end of a link. Bytes arrive at the other end later, in order, in pieces of any size from one byte up. */
export interface LinkEnd {
  /** Accepts bytes (copied), all of them; dropped and counted where the link is closed. Never calls back before it returns. */
  write(bytes: Uint8Array): void;
  /** Called with the bytes of each delivery, never none. Bytes that arrive while it is undefined are gone. */
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  /** Called at each change, at both ends, before `connect` or `disconnect` returns. */
  onOpenChange: ((open: boolean) => void) | undefined;
  readonly isOpen: boolean;
  /** Bytes accepted at this end and not yet taken by the other: the fill of a transmit buffer. */
  readonly pendingBytes: number;
}

/** A simulated link between a host and a band. It begins closed. */
export interface SimLink {
  readonly host: LinkEnd;
  readonly device: LinkEnd;
  /** Opens it; does nothing where it is open. */
  connect(): void;
  /** Closes it; all bytes under way are dropped. Does nothing where it is closed. */
  disconnect(): void;
  /** A pulled cable or a band carried out of range: closes now, opens again after the span. */
  cutFor(spanMicros: number): void;
  /** Nothing passes for a span, either way, and nobody is told. Bytes wait. */
  silenceFor(spanMicros: number): void;
  /** The host keeps the link open and no longer reads: the device's `pendingBytes` grows. Lasts over a reconnection. */
  stopReading(): void;
  resumeReading(): void;
  readonly statistics: { readonly toHost: LaneStatistics; readonly toDevice: LaneStatistics };
}
