import { every, type Scheduler } from "@entrain/time";
import firmataIo from "firmata-io";
import five from "johnny-five";
import type { FirmataTransport } from "./firmata-transport.ts";

/**
 * An Arduino says what it is when it starts, and most of them start when their port opens. One that was running
 * already has to be asked; not sooner than this, since a bootloader may be listening.
 */
const ASK_EVERY_MICROS = 2_000_000;

const ignore = (): void => undefined;

export interface OpenBoard {
  readonly board: five.Board;
  /** Takes all pins back to rest, PWM included, and ends every reading. */
  readonly reset: () => void;
}

export interface BoardOpening {
  /** Settles when the Arduino has said what it is; never, where it says nothing. */
  readonly ready: Promise<OpenBoard>;
  /** Ends what `ready` keeps going. */
  readonly abandon: () => void;
}

/** Meets the StandardFirmata at the other end. */
export const openBoard = (transport: FirmataTransport, scheduler: Scheduler): BoardOpening => {
  const io = new firmataIo.Firmata(transport);
  clearTimeout(io.reportVersionTimeoutId);
  // An error comes before the close, which is what is listened to; without a listener it would end the program.
  io.on("error", ignore);
  const stopAsking = every(scheduler, ASK_EVERY_MICROS, () => {
    io.reportVersion(ignore);
    io.queryFirmware(ignore);
  });
  const ready = new Promise<OpenBoard>((resolve) => {
    io.once("ready", () => {
      stopAsking();
      // Made only now: a board that waits for its io holds a timer of 10 s that nothing ends.
      const board = new five.Board({ io, repl: false, debug: false, sigint: false });
      board.on("error", ignore);
      board.on("ready", () => {
        const reset = (): void => {
          io.reset();
        };
        resolve({ board, reset });
      });
    });
  });
  return {
    ready,
    abandon: () => {
      stopAsking();
      io.removeAllListeners();
      io.on("error", ignore);
    },
  };
};
