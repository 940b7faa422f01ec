import type {
  BindingInterface,
  BindingPortInterface,
  OpenOptions,
  PortInfo,
  PortStatus,
  UpdateOptions,
} from "@serialport/bindings-interface" with { "resolution-mode": "require" };
import type { LinkEnd, SimLink } from "../link/index.ts";

/** Simulated serial ports by path. */
export type SimulatedPorts = ReadonlyMap<string, SimLink>;

class PortError extends Error {
  readonly canceled: boolean;
  readonly disconnected: boolean;

  constructor(message: string, kind: "canceled" | "disconnected" | "other" = "other") {
    super(message);
    this.canceled = kind === "canceled";
    this.disconnected = kind === "disconnected";
  }
}

interface Reader {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly length: number;
  readonly resolve: (result: { buffer: Buffer; bytesRead: number }) => void;
  readonly reject: (error: Error) => void;
}

/** One open simulated port, as `@serialport/stream` drives it. */
class SimulatedPort implements BindingPortInterface {
  readonly openOptions: Required<OpenOptions>;
  isOpen = true;
  private readonly link: SimLink;
  private readonly end: LinkEnd;
  private readonly arrived: Uint8Array[] = [];
  private reader: Reader | undefined;

  constructor(link: SimLink, options: OpenOptions) {
    this.link = link;
    this.end = link.host;
    this.openOptions = {
      dataBits: 8,
      lock: true,
      stopBits: 1,
      parity: "none",
      rtscts: false,
      xon: false,
      xoff: false,
      xany: false,
      hupcl: false,
      ...options,
    };
    link.connect();
    this.end.onBytes = (bytes) => {
      this.arrived.push(bytes.slice());
      this.serve();
    };
    this.end.onOpenChange = (open) => {
      if (!open) this.fail(new PortError("the band is gone", "disconnected"));
    };
  }

  close(): Promise<void> {
    this.end.onOpenChange = undefined;
    this.end.onBytes = undefined;
    this.isOpen = false;
    this.link.disconnect();
    this.fail(new PortError("the port was closed", "canceled"));
    return Promise.resolve();
  }

  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }> {
    if (!this.end.isOpen) return Promise.reject(new PortError("the band is gone", "disconnected"));
    return new Promise((resolve, reject) => {
      this.reader = { buffer, offset, length, resolve, reject };
      this.serve();
    });
  }

  write(buffer: Buffer): Promise<void> {
    if (!this.end.isOpen) return Promise.reject(new PortError("the band is gone", "disconnected"));
    this.end.write(buffer);
    return Promise.resolve();
  }

  update(_options: UpdateOptions): Promise<void> {
    return Promise.resolve();
  }

  set(): Promise<void> {
    return Promise.resolve();
  }

  get(): Promise<PortStatus> {
    return Promise.resolve({ cts: true, dsr: true, dcd: true });
  }

  getBaudRate(): Promise<{ baudRate: number }> {
    return Promise.resolve({ baudRate: this.openOptions.baudRate });
  }

  flush(): Promise<void> {
    this.arrived.length = 0;
    return Promise.resolve();
  }

  drain(): Promise<void> {
    return Promise.resolve();
  }

  private serve(): void {
    const [bytes] = this.arrived;
    if (this.reader === undefined || bytes === undefined) return;
    const { buffer, offset, length, resolve } = this.reader;
    this.reader = undefined;
    const bytesRead = Math.min(length, bytes.length);
    buffer.set(bytes.subarray(0, bytesRead), offset);
    if (bytesRead === bytes.length) this.arrived.shift();
    else this.arrived[0] = bytes.subarray(bytesRead);
    resolve({ buffer, bytesRead });
  }

  private fail(error: PortError): void {
    this.isOpen = false;
    const { reader } = this;
    this.reader = undefined;
    reader?.reject(error);
  }
}

/**
 * Simulated bands as a serial-port binding: what runs on real ports runs on these. Bytes move on the clock of the
 * simulated links.
 */
export const createSimulatedBinding = (ports: SimulatedPorts): BindingInterface => {
  const open = new Map<string, SimulatedPort>();
  return {
    list: () =>
      Promise.resolve(
        [...ports.keys()].map((path): PortInfo => ({
          path,
          manufacturer: "Entrain (simulated)",
          serialNumber: undefined,
          pnpId: undefined,
          locationId: undefined,
          productId: undefined,
          vendorId: undefined,
        })),
      ),
    open: (options) => {
      const link = ports.get(options.path);
      if (link === undefined) return Promise.reject(new PortError(`no such file or directory: ${options.path}`));
      if (open.get(options.path)?.isOpen === true)
        return Promise.reject(new PortError(`cannot lock port ${options.path}: it is busy`));
      const port = new SimulatedPort(link, options);
      open.set(options.path, port);
      return Promise.resolve(port);
    },
  };
};
