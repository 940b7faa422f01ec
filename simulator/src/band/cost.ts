/**
 * What work on a band costs, in instructions, and what an instruction takes. Counted with callgrind on the real
 * interpreter (docs/BENCH.md says how, and compares); the simulator charges them where the firmware calls into the
 * platform. What JavaScript does between two such calls is charged with one of them, so that the sum over each piece of
 * work (a burst, a pulse, a line of each kind) is what was counted for it.
 */
export interface InterpreterCost {
  /** From an event to the first question that every handler asks: what time it is. */
  readonly dispatch: number;
  /** The rest of a timer's handler that then finds nothing to do. */
  readonly handler: number;
  /** A piece of text received. */
  readonly received: number;
  /** One that is not a whole line is joined to what waits, and all of that is looked through for the end of a line. */
  readonly joined: number;
  readonly joinedChar: number;
  /** A line: checking and decoding it, and what it asks for, which grows with what it says. */
  readonly line: number;
  readonly lineChar: number;
  /** A frame filled in, encoded and sent. */
  readonly frame: number;
  readonly frameChar: number;
  /** One accelerometer event, stored. */
  readonly accelSample: number;
  /** One register of a watch's accelerometer, read, and what is made of it. */
  readonly accelRegister: number;
  /** A level given to a pin, and what is noted with it. */
  readonly pinWrite: number;
  /** One transfer on an I2C bus: a register written or read, and made something of. */
  readonly busTransfer: number;
  /** A block of samples read from a chip, and turned into what a frame holds. */
  readonly busBlock: number;
  /** What a byte takes on the wire, where the interpreter waits for it: nine bits at 400 kHz. In µs. */
  readonly busByteMicros: number;
  /** A pulse: from its handler's first question to the motor, limits and all. */
  readonly pulse: number;
  /** Setting a timer, and what is done with the time until then: each pulse sets one for its end. */
  readonly setTimer: number;
  /** Setting one for what was set before: only the next pulse is, which is worked out first. */
  readonly nextPulse: number;
  readonly clearTimer: number;
  /** The check that is made once a second. */
  readonly check: number;
  /** An advert that the radio heard, made into an object and looked at, whoever sent it. */
  readonly scanned: number;
  /** One of a bridge's, read by the firmware. */
  readonly heard: number;
  /** An advert filled in and handed to the radio. */
  readonly advert: number;
  /** Three samples of movement: what was made of nine readings for it, charged behind it. */
  readonly movement: number;
  /** Counting the free variables, and the health report that they are counted for. */
  readonly health: number;
}

export const MEASURED: InterpreterCost = {
  dispatch: 20_000,
  handler: 6_000,
  received: 60_000,
  joined: 125_000,
  joinedChar: 1_200,
  line: 80_000,
  lineChar: 6_600,
  frame: 232_000,
  frameChar: 900,
  accelSample: 90_000,
  accelRegister: 60_000,
  pinWrite: 150_000,
  busTransfer: 137_000,
  busBlock: 198_000,
  busByteMicros: 22.5,
  pulse: 430_000,
  setTimer: 150_000,
  nextPulse: 830_000,
  clearTimer: 15_000,
  check: 210_000,
  scanned: 25_000,
  heard: 380_000,
  advert: 450_000,
  movement: 1_350_000,
  health: 560_000,
};

/** On a bridge, which does less with whatever it hears: estimated from what bands were counted to need. */
export const BRIDGE_ESTIMATED: InterpreterCost = {
  ...MEASURED,
  received: 40_000,
  line: 100_000,
  lineChar: 700,
  frame: 100_000,
  frameChar: 400,
  heard: 15_000,
  advert: 120_000,
  movement: 0,
  check: 30_000,
};

/** nRF52840, one instruction a cycle: what it does at best. */
const CLOCK_MHZ = 64;
/** Functions that stay in flash are read through a cache of its own: they were counted to take so much longer. */
const FROM_FLASH = 1.36;
/** Instructions, counted with the firmware in memory, that a band gets through in a microsecond. */
export const INSTRUCTIONS_PER_MICRO = CLOCK_MHZ / FROM_FLASH;
/** Variables in use at rest, the firmware run from flash, on a build with 14,000: the larger board's. */
export const RESIDENT_VARIABLES = 780;
/** Characters that wait for the link before the interpreter stops: Espruino's TXBUFFERMASK on the nRF52840. */
export const TRANSMIT_BUFFER_BYTES = 256;
