// Web Bluetooth: https://webbluetoothcg.github.io/web-bluetooth/. The Nordic UART service, which Espruino offers.

import { BandError, type ByteLink } from "@entrain/band";
import { Outbox } from "./outbox.ts";

export const NORDIC_UART = "6e400001-b5a3-f393-e0a9-e50e24dcca9e";
/** To the band. */
const RX = "6e400002-b5a3-f393-e0a9-e50e24dcca9e";
/** From the band. */
const TX = "6e400003-b5a3-f393-e0a9-e50e24dcca9e";
/** What every link carries in one write: an MTU of 23, less three. */
const LEAST_BYTES = 20;

/** What is used of a browser's BluetoothRemoteGATTCharacteristic. */
export interface BrowserCharacteristic extends EventTarget {
  readonly value?: DataView | undefined;
  writeValueWithoutResponse(bytes: BufferSource): Promise<void>;
  startNotifications(): Promise<unknown>;
}

interface BrowserGattServer {
  readonly connected: boolean;
  connect(): Promise<BrowserGattServer>;
  disconnect(): void;
  getPrimaryService(uuid: string): Promise<{ getCharacteristic(uuid: string): Promise<BrowserCharacteristic> }>;
}

/** What is used of a browser's BluetoothDevice. */
export interface BrowserBluetoothDevice extends EventTarget {
  readonly name?: string | undefined;
  readonly gatt?: BrowserGattServer | undefined;
}

const why = (error: unknown): string => (error instanceof Error ? error.message : "it did not answer");

const characteristicsOf = async (
  device: BrowserBluetoothDevice,
): Promise<readonly [BrowserGattServer, BrowserCharacteristic, BrowserCharacteristic]> => {
  try {
    const server = await device.gatt?.connect();
    if (server === undefined) throw new Error("a device without GATT");
    const service = await server.getPrimaryService(NORDIC_UART);
    return [server, await service.getCharacteristic(RX), await service.getCharacteristic(TX)];
  } catch (error) {
    throw new BandError(
      "port-failed",
      `expected ${device.name ?? "the device"} to offer its UART, found: ${why(error)}`,
    );
  }
};

/** A Bluetooth device that was chosen in the browser, as a byte link. @throws BandError `port-failed` */
export const openBluetoothUart = async (device: BrowserBluetoothDevice): Promise<ByteLink> => {
  const [server, rx, tx] = await characteristicsOf(device);
  // No browser tells the MTU; what has come in one piece may also go in one.
  let pieceBytes = LEAST_BYTES;
  let isOver = false;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    stop();
    link.onClose?.(reason);
  };
  const take = (): void => {
    const { value } = tx;
    if (value === undefined || value.byteLength === 0) return;
    pieceBytes = Math.max(pieceBytes, value.byteLength);
    link.onBytes?.(new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice());
  };
  const gone = (): void => {
    end("the Bluetooth link is gone");
  };
  const stop = (): void => {
    tx.removeEventListener("characteristicvaluechanged", take);
    device.removeEventListener("gattserverdisconnected", gone);
  };
  const outbox = new Outbox(async (bytes) => {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.slice(at, at + pieceBytes);
      await rx.writeValueWithoutResponse(piece);
      at += piece.length;
    }
  }, end);
  const link: ByteLink = {
    onBytes: undefined,
    onClose: undefined,
    write: (bytes) => {
      if (!isOver) outbox.push(bytes.slice());
    },
    close: () => {
      isOver = true;
      stop();
      if (server.connected) server.disconnect();
      return Promise.resolve();
    },
  };
  tx.addEventListener("characteristicvaluechanged", take);
  device.addEventListener("gattserverdisconnected", gone);
  try {
    await tx.startNotifications();
  } catch (error) {
    await link.close();
    throw new BandError("port-failed", `expected ${device.name ?? "the device"} to notify, found: ${why(error)}`);
  }
  return link;
};
