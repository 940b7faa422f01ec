import type { LinkEnd } from "../link/index.ts";
import { TRANSMIT_BUFFER_BYTES, INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "./cost.ts";
import type { Interpreter } from "./interpreter.ts";

/** `USB` or `Bluetooth`, as the firmware sees it. */
export interface SerialDevice {
  write(text: string): void;
  on(event: string, callback: (text: string) => void): void;
}

/** A serial device that nothing is plugged into. */
export const createIdleDevice = (): SerialDevice => ({ write: () => undefined, on: () => undefined });

/** A serial device on the band's end of a link. What does not fit its transmit buffer stops the interpreter. */
export const createSerialDevice = (end: LinkEnd, interpreter: Interpreter, cost: InterpreterCost): SerialDevice => {
  const listeners: ((text: string) => void)[] = [];
  end.onBytes = (bytes) => {
    const text = String.fromCharCode(...bytes);
    interpreter.post(() => {
      interpreter.spend(cost.handler / INSTRUCTIONS_PER_MICRO);
      for (const listener of listeners) listener(text);
    });
  };
  interpreter.stallWhile(() => end.pendingBytes > TRANSMIT_BUFFER_BYTES);
  return {
    write(text) {
      const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
      interpreter.outside(() => {
        end.write(bytes);
      });
    },
    on(event, callback) {
      if (event === "data") listeners.push(callback);
    },
  };
};
