// https://wicg.github.io/serial/

import { BandError, type ByteLink } from "@entrain/band";
import { Outbox } from "./outbox.ts";

/** What is used of a browser's SerialPort. */
export interface BrowserSerialPort {
  readonly readable: ReadableStream<Uint8Array> | null;
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
}

const BAUD_RATE = 115_200;

/** A serial port that was chosen in the browser, as a byte link. @throws BandError `port-in-use` */
export const openSerialPort = async (port: BrowserSerialPort): Promise<ByteLink> => {
  try {
    await port.open({ baudRate: BAUD_RATE });
  } catch (error) {
    const why = error instanceof Error ? error.message : "it did not open";
    throw new BandError("port-in-use", `expected the chosen port to be free, found: ${why}`);
  }
  const reader = port.readable?.getReader();
  const writer = port.writable?.getWriter();
  if (reader === undefined || writer === undefined)
    throw new BandError("port-failed", "expected to read and write the chosen port, found it does one of them only");
  let isOver = false;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    link.onClose?.(reason);
  };
  const outbox = new Outbox((bytes) => writer.write(bytes), end);
  const link: ByteLink = {
    onBytes: undefined,
    onClose: undefined,
    write: (bytes) => {
      outbox.push(bytes.slice());
    },
    close: async () => {
      isOver = true;
      await reader.cancel().catch(() => undefined);
      writer.releaseLock();
      await port.close().catch(() => undefined);
    },
  };
  const listen = async (): Promise<void> => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (value.length > 0) link.onBytes?.(value);
      }
      end("closed");
    } catch (error) {
      end(error instanceof Error ? error.message : "the port is gone");
    } finally {
      reader.releaseLock();
    }
  };
  void listen();
  return link;
};
