import type { Duplex } from "node:stream";

/** The part of `@serialport/stream`'s `SerialPortStream` that Firmata uses, over whatever binding. */
export interface FirmataTransport extends Duplex {
  readonly isOpen: boolean;
  close(callback: (error: Error | null) => void): void;
}

/** StandardFirmata's own rate, in bits per second. */
export const FIRMATA_BAUD_RATE = 57_600;

/** Closes `transport` if it is open; a port that is gone already does no harm. */
export const closeTransport = (transport: FirmataTransport): Promise<void> =>
  new Promise((resolve) => {
    if (!transport.isOpen) {
      resolve();
      return;
    }
    transport.close(() => {
      resolve();
    });
  });
