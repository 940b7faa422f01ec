import type { BindingInterface, OpenOptions } from "@serialport/bindings-interface" with {
  "resolution-mode": "require",
};
import { SerialPortStream } from "@serialport/stream";
import type { ByteLink } from "../byte-link.ts";
import { BandError } from "../errors.ts";

export interface SerialLinkOpts {
  /** The system's serial ports, or a simulation of them. */
  readonly binding: BindingInterface;
  readonly path: string;
  /** Bits per second; USB and pseudo-terminals ignore it. */
  readonly baudRate?: number;
}

const DEFAULT_BAUD_RATE = 115_200;

const openError = (path: string, error: Error): BandError => {
  if (/no such file|ENOENT|not found|cannot find/i.test(error.message)) {
    return new BandError(
      "port-not-found",
      `expected a serial port at ${path}, found none; entrain bands lists what there is`,
    );
  }
  if (/cannot lock|busy|EBUSY|access denied|resource temporarily unavailable/i.test(error.message)) {
    return new BandError("port-in-use", `expected ${path} to be free, found it in use by another program`);
  }
  return new BandError("port-failed", `expected to open ${path}, found: ${error.message}`);
};

/** A serial port as a byte link. No modem lines are touched: pseudo-terminals have none. */
class SerialLink implements ByteLink {
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  onClose: ((reason: string) => void) | undefined;
  private readonly port: SerialPortStream;

  constructor(port: SerialPortStream) {
    this.port = port;
    port.on("data", (bytes: Uint8Array) => this.onBytes?.(bytes));
    // Loss arrives as `close`; without a listener the error that comes before it would end the program.
    port.on("error", () => undefined);
    port.on("close", (error: Error | null) => this.onClose?.(error?.message ?? "closed"));
  }

  write(bytes: Uint8Array): void {
    if (this.port.isOpen) this.port.write(bytes);
  }

  close(): Promise<void> {
    if (!this.port.isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.port.close(() => {
        resolve();
      });
    });
  }
}

/**
 * Opens a serial port.
 *
 * @throws BandError `port-not-found`, `port-in-use` or `port-failed`
 */
export const openSerialLink = ({ binding, path, baudRate = DEFAULT_BAUD_RATE }: SerialLinkOpts): Promise<ByteLink> =>
  new Promise((resolve, reject) => {
    const options: OpenOptions = { path, baudRate, hupcl: false };
    const port = new SerialPortStream({ binding, ...options, autoOpen: false });
    port.open((error) => {
      if (error === null) resolve(new SerialLink(port));
      else reject(openError(path, error));
    });
  });
