/**
 * What work on a band costs, in instructions, and what an instruction takes. Counted with callgrind on the real
 * interpreter (docs/BENCH.md says how); the simulator charges them where the firmware calls into the platform, which it
 * does once for each piece of work.
 */
export interface InterpreterCost {
  /** Any handler: looking it up and calling it. */
  readonly handler: number;
  /** A line received: checking and decoding it, and what it asks for. */
  readonly line: number;
  readonly lineChar: number;
  /** A frame sent. */
  readonly frame: number;
  readonly frameChar: number;
  /** One accelerometer event. */
  readonly accelSample: number;
  /** One transfer on an I2C bus. */
  readonly busTransfer: number;
  /** A pulse: from the timer to the motor. */
  readonly pulse: number;
  /** Setting a timer, which the player does when it has worked out the next pulse. */
  readonly setTimer: number;
}

export const MEASURED: InterpreterCost = {
  handler: 12_000,
  line: 180_000,
  lineChar: 900,
  frame: 120_000,
  frameChar: 900,
  accelSample: 80_000,
  busTransfer: 25_000,
  pulse: 90_000,
  setTimer: 150_000,
};

/** 64 MHz, one instruction a cycle: what Nordic's nRF52840 does at best, from its cache. */
export const INSTRUCTIONS_PER_MICRO = 64;
/** Variables in use with the firmware running, on the real interpreter. */
export const RESIDENT_VARIABLES = 1_300;
/** Characters that wait for the link before the interpreter stops: Espruino's TXBUFFERMASK on the nRF52840. */
export const TRANSMIT_BUFFER_BYTES = 256;
