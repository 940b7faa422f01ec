import { describe, expect, it } from "vitest";
import {
  type BrowserBluetoothDevice,
  type BrowserCharacteristic,
  openBluetoothUart,
} from "../../src/web/bluetooth-link.ts";
import { type BrowserSerialPort, openSerialPort } from "../../src/web/serial-link.ts";

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A port whose far end the test holds. */
const serialPort = () => {
  const written: number[] = [];
  let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOpen = false;
  const port: BrowserSerialPort & { isOpen: () => boolean } = {
    readable: new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) }),
    writable: new WritableStream<Uint8Array>({ write: (bytes) => void written.push(...bytes) }),
    open: () => {
      isOpen = true;
      return Promise.resolve();
    },
    close: () => {
      isOpen = false;
      return Promise.resolve();
    },
    isOpen: () => isOpen,
  };
  return { port, written, feed: () => feed };
};

class Characteristic extends EventTarget implements BrowserCharacteristic {
  value: DataView | undefined;
  readonly written: number[][] = [];
  isNotifying = false;
  fails = false;
  private isBusy = false;

  async writeValueWithoutResponse(bytes: BufferSource): Promise<void> {
    // Browsers refuse a second operation while one is under way.
    if (this.isBusy || this.fails) throw new Error("GATT operation failed");
    this.isBusy = true;
    await settle();
    this.isBusy = false;
    this.written.push([...(bytes as Uint8Array)]);
  }

  startNotifications(): Promise<this> {
    this.isNotifying = true;
    return Promise.resolve(this);
  }

  notify(bytes: readonly number[]): void {
    this.value = new DataView(Uint8Array.from(bytes).buffer);
    this.dispatchEvent(new Event("characteristicvaluechanged"));
  }
}

const watch = (offers = true) => {
  const [rx, tx] = [new Characteristic(), new Characteristic()];
  const server = {
    connected: false,
    connect() {
      this.connected = true;
      return Promise.resolve(this);
    },
    disconnect() {
      this.connected = false;
    },
    getPrimaryService: () =>
      offers
        ? Promise.resolve({
            getCharacteristic: (uuid: string) => Promise.resolve(uuid.startsWith("6e400002") ? rx : tx),
          })
        : Promise.reject(new Error("No Services matching UUID")),
  };
  const device: BrowserBluetoothDevice = Object.assign(new EventTarget(), { name: "Bangle.js 1", gatt: server });
  return { device, server, rx, tx };
};

describe("a serial port of the browser", () => {
  it("carries bytes both ways, in order, and tells of its end once", async () => {
    const { port, written, feed } = serialPort();
    const link = await openSerialPort(port);
    const heard: number[] = [];
    const ends: string[] = [];
    link.onBytes = (bytes) => heard.push(...bytes);
    link.onClose = (reason) => ends.push(reason);
    link.write(Uint8Array.of(1, 2));
    link.write(Uint8Array.of(3));
    feed()?.enqueue(Uint8Array.of(7, 8));
    await settle();
    expect([written, heard]).toEqual([
      [1, 2, 3],
      [7, 8],
    ]);
    feed()?.error(new Error("the device has been lost"));
    await settle();
    expect(ends).toEqual(["the device has been lost"]);
  });

  it("is closed when asked to, without being called a loss", async () => {
    const { port } = serialPort();
    const link = await openSerialPort(port);
    const ends: string[] = [];
    link.onClose = (reason) => ends.push(reason);
    await link.close();
    expect(port.isOpen()).toBe(false);
    expect(ends).toEqual([]);
  });

  it("that another program holds is named so", async () => {
    const { port } = serialPort();
    const held = { ...port, open: () => Promise.reject(new Error("Failed to open serial port.")) };
    await expect(openSerialPort(held)).rejects.toMatchObject({ code: "port-in-use" });
  });
});

describe("a UART over Bluetooth", () => {
  it("writes one piece after the other, 20 bytes until the band has shown that more fit", async () => {
    const { device, rx, tx } = watch();
    const link = await openBluetoothUart(device);
    const heard: number[] = [];
    link.onBytes = (bytes) => heard.push(...bytes);
    expect(tx.isNotifying).toBe(true);
    link.write(new Uint8Array(45));
    link.write(Uint8Array.of(9));
    await settle();
    for (let i = 0; i < 5; i++) await settle();
    expect(rx.written.map(({ length }) => length)).toEqual([20, 20, 5, 1]);
    tx.notify(Array.from({ length: 100 }, (_, i) => i));
    expect(heard.length).toBe(100);
    link.write(new Uint8Array(150));
    for (let i = 0; i < 4; i++) await settle();
    expect(rx.written.slice(4).map(({ length }) => length)).toEqual([100, 50]);
  });

  it("tells once that it is gone, by the browser's word or by a write that fails", async () => {
    for (const lose of [
      ({ device }: ReturnType<typeof watch>): void => void device.dispatchEvent(new Event("gattserverdisconnected")),
      ({ rx }: ReturnType<typeof watch>): void => void (rx.fails = true),
    ]) {
      const bench = watch();
      const link = await openBluetoothUart(bench.device);
      const ends: string[] = [];
      link.onClose = (reason) => ends.push(reason);
      lose(bench);
      link.write(Uint8Array.of(1));
      await settle();
      bench.device.dispatchEvent(new Event("gattserverdisconnected"));
      expect(ends.length).toBe(1);
    }
  });

  it("that is closed disconnects, and one without the service is named", async () => {
    const { device, server } = watch();
    await (await openBluetoothUart(device)).close();
    expect(server.connected).toBe(false);
    await expect(openBluetoothUart(watch(false).device)).rejects.toThrow(/Bangle\.js 1.*No Services/);
  });
});
