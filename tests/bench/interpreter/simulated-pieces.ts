import type { BoardId } from "@entrain/boards";
import { type HostMessage, sessionMicros } from "@entrain/protocol";
import { createRandom, createStill, INSTRUCTIONS_PER_MICRO, MEASURED, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { CAP, CLOCK_MAP, CLOCK_REQUEST, CREDIT, lineOf, planLine } from "./lines.ts";

const SECOND_MICROS = 1e6;
const TICKS_A_SECOND = 50;
const PERIOD_MICROS = 400_000;

/** A simulated band and its clock: what it is made to do here, the real interpreter was made to do there. */
class Charged {
  readonly clock = new VirtualClock();
  readonly band: SimulatedBand;
  private seq = 1_000;

  constructor(board: BoardId) {
    const random = createRandom(1);
    this.band = new SimulatedBand({
      name: "charged",
      board,
      link: board === "banglejs2" ? "ble" : "usb",
      scheduler: this.clock,
      random,
      body: createStill({ random: random.fork("body") }),
      // The clock of the band is the host's, and what the wire takes is no instruction.
      skewPpm: 0,
      cost: { ...MEASURED, busByteMicros: 0 },
    });
    this.band.link.connect();
    this.clock.advanceBy(2 * SECOND_MICROS);
  }

  /** A line that arrives in one piece, as the counted ones did. */
  line(message: HostMessage, seq = this.seq++): void {
    this.text(lineOf(message, seq));
  }

  text(text: string): void {
    this.band.link.device.onBytes?.(Buffer.from(text, "latin1"));
  }

  /** Instructions charged while time passes. */
  over(micros: number): number {
    const before = this.band.busyMicros;
    this.clock.advanceBy(micros);
    return (this.band.busyMicros - before) * INSTRUCTIONS_PER_MICRO;
  }
}

/** What something costs beyond what a band does anyhow. */
const beyondRest = (
  board: BoardId,
  work: (band: Charged) => void,
  before: (band: Charged) => void = () => {},
  micros = SECOND_MICROS,
): number => {
  const idle = new Charged(board);
  const busy = new Charged(board);
  before(idle);
  before(busy);
  idle.clock.advanceBy(SECOND_MICROS);
  busy.clock.advanceBy(SECOND_MICROS);
  work(busy);
  return busy.over(micros) - idle.over(micros);
};

const playing = (band: Charged, beginsInMicros: number): void => {
  const now = band.clock.nowMicros();
  const from = sessionMicros(now + beginsInMicros);
  // A map whose slope is right is enough: the pulses fall when the band's clock says so.
  band.line({ ...CLOCK_MAP, sessionRef: now, bandRef: band.bandMicros as never, bandPerSession: 1 });
  band.line({ ...planLine(1), beatZeroMicros: from, segments: Float64Array.of(0, PERIOD_MICROS, 0) });
  band.line({ kind: "start", revision: 1, fromMicros: from });
};
