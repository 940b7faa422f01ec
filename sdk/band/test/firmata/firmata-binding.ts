import type { BindingInterface, BindingPortInterface, OpenOptions } from "@serialport/bindings-interface" with {
  "resolution-mode": "require",
};
import type { SimulatedFirmata } from "./simulated-firmata.ts";

/** A USB serial chip hands over what it has: messages arrive in pieces. */
const PIECE_BYTES = 7;

type Read = Awaited<ReturnType<BindingPortInterface["read"]>>;

/** The cable to a simulated Arduino, as `@serialport/stream` drives it. */
export class FirmataCable implements BindingPortInterface {
  readonly openOptions: Required<OpenOptions>;
  isOpen = true;
  private readonly device: SimulatedFirmata;
  private readonly arrived: number[] = [];
  private reader: { serve: () => void; reject: (error: Error) => void } | undefined;

  constructor(device: SimulatedFirmata, options: OpenOptions) {
    this.device = device;
    const defaults = {
      dataBits: 8,
      lock: true,
      stopBits: 1,
      parity: "none",
      rtscts: false,
      xon: false,
      xoff: false,
      xany: false,
      hupcl: true,
    } as const;
    this.openOptions = { ...defaults, ...options };
    device.onBytes = (bytes) => {
      this.arrived.push(...bytes);
      this.reader?.serve();
    };
  }

  read(buffer: Buffer, offset: number, length: number): Promise<Read> {
    return new Promise((resolve, reject) => {
      const serve = (): void => {
        if (this.arrived.length === 0) return;
        this.reader = undefined;
        const piece = this.arrived.splice(0, Math.min(PIECE_BYTES, length));
        buffer.set(piece, offset);
        resolve({ buffer, bytesRead: piece.length });
      };
      this.reader = { serve, reject };
      serve();
    });
  }

  write(buffer: Buffer): Promise<void> {
    this.device.receive(buffer);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.end({ canceled: true });
    return Promise.resolve();
  }

  /** Pulls the plug. */
  unplug(): void {
    this.reader?.reject(Object.assign(new Error("the cable is gone"), { disconnected: true }));
    this.reader = undefined;
  }

  update = (): Promise<void> => Promise.resolve();
  set = (): Promise<void> => Promise.resolve();
  flush = (): Promise<void> => Promise.resolve();
  drain = (): Promise<void> => Promise.resolve();
  get = (): Promise<{ cts: boolean; dsr: boolean; dcd: boolean }> =>
    Promise.resolve({ cts: true, dsr: true, dcd: true });
  getBaudRate = (): Promise<{ baudRate: number }> => Promise.resolve({ baudRate: this.openOptions.baudRate });

  private end(why: { canceled: boolean }): void {
    this.isOpen = false;
    this.device.onBytes = undefined;
    this.reader?.reject(Object.assign(new Error("the port was closed"), why));
    this.reader = undefined;
  }
}

/** One simulated Arduino as a serial-port binding. `plugged` hears of each cable that is opened. */
export const firmataBinding = (device: SimulatedFirmata, plugged: (cable: FirmataCable) => void): BindingInterface => ({
  list: () => Promise.resolve([]),
  open: (options) => {
    const cable = new FirmataCable(device, options);
    plugged(cable);
    return Promise.resolve(cable);
  },
});
