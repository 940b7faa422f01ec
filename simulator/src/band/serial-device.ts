import type { LinkEnd } from "../link/index.ts";
import { TRANSMIT_BUFFER_BYTES, INSTRUCTIONS_PER_MICRO, type InterpreterCost } from "./cost.ts";
import type { Interpreter } from "./interpreter.ts";

/** `USB` or `Bluetooth`, as the firmware sees it. */
export interface SerialDevice {
  write(...texts: readonly string[]): void;
  on(event: string, callback: (text: string) => void): void;
}

/** A serial device that nothing is plugged into. */
export const createIdleDevice = (): SerialDevice => ({ write: () => undefined, on: () => undefined });

/** A serial device on the band's end of a link. What does not fit its transmit buffer stops the interpreter. */
export const createSerialDevice = (end: LinkEnd, interpreter: Interpreter, cost: InterpreterCost): SerialDevice => {
  const listeners: ((text: string) => void)[] = [];
  let waitingChars = 0;
  const charge = (instructions: number): void => {
    interpreter.spend(instructions / INSTRUCTIONS_PER_MICRO);
  };
  end.onBytes = (bytes) => {
    const text = String.fromCharCode(...bytes);
    interpreter.post(() => {
      charge(cost.dispatch);
      for (const listener of listeners) listener(text);
      const end = text.lastIndexOf("\n");
      charge(cost.received);
      // What is not one line is added to what waits, and the firmware looks through that.
      if (waitingChars > 0 || end !== text.length - 1)
        charge(cost.joined + cost.joinedChar * (waitingChars + text.length));
      waitingChars = end < 0 ? waitingChars + text.length : text.length - end - 1;
    });
  };
  interpreter.stallWhile(() => end.pendingBytes > TRANSMIT_BUFFER_BYTES);
  return {
    write(...texts) {
      const text = texts.join("");
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
      interpreter.outside(() => {
        end.write(bytes);
      });
    },
    on(event, callback) {
      if (event === "data") listeners.push(callback);
    },
  };
};
