/**
 * A way to a band and back: bytes in order, no messages, no time. A serial port, a Bluetooth UART, a socket, a simulated
 * cable: all of them are one of these.
 */
export interface ByteLink {
  /** Queues bytes. They arrive in this order, if they arrive; nothing is said about when. */
  write(bytes: Uint8Array): void;
  /** Called with whatever arrives, in pieces of any size but never empty. Set once, by whoever opened the link. */
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  /** Called once when the link is gone, whoever ended it. */
  onClose: ((reason: string) => void) | undefined;
  /** Ends the link. Resolves when it is closed; closing twice does no harm. */
  close(): Promise<void>;
}

/** Opens a link, anew at every call. Rejects with a {@link BandError} where there is none. */
export type OpenLink = () => Promise<ByteLink>;
