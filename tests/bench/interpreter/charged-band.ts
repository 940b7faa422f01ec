import type { BoardId } from "@entrain/boards";
import type { ClockMap, HostMessage } from "@entrain/protocol";
import { createRandom, createStill, INSTRUCTIONS_PER_MICRO, MEASURED, SimulatedBand } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import type { BandUnderTest } from "../../conformance/band-under-test.ts";
import { lineOf } from "./lines.ts";

/** Half a second, in which no whole one ends. */
const BOOT_MICROS = 2_450_000;

/** A simulated band whose charged instructions are read off. What the wires take is no instruction, and is left out. */
export class ChargedBand implements BandUnderTest {
  readonly name = "charged";
  readonly isFast = true;
  readonly edgeMicros = 0;
  readonly scheduler = new VirtualClock();
  readonly link: BandUnderTest["link"];
  readonly band: SimulatedBand;
  /** The clock map that the band was told. */
  map: ClockMap | undefined;
  private seq = 1_000;

  constructor(board: BoardId) {
    const random = createRandom(1);
    this.band = new SimulatedBand({
      name: "charged",
      board,
      link: board === "banglejs2" ? "ble" : "usb",
      scheduler: this.scheduler,
      random,
      body: createStill({ random: random.fork("body") }),
      cost: { ...MEASURED, busByteMicros: 0 },
    });
    const { host } = this.band.link;
    this.link = {
      write: (bytes) => host.write(bytes),
      onBytes: undefined,
      onClose: undefined,
      close: () => Promise.resolve(),
    };
    host.onBytes = (bytes) => this.link.onBytes?.(bytes);
    this.band.link.connect();
    this.scheduler.advanceBy(BOOT_MICROS);
  }

  /** A line that arrives in one piece, as the counted ones did. */
  line(message: HostMessage): void {
    this.text(lineOf(message, this.seq++));
  }

  text(text: string): void {
    this.band.link.device.onBytes?.(Buffer.from(text, "latin1"));
  }

  /** Instructions charged for something done now, and while time passes after it. */
  over(micros: number, work: () => void = () => {}): number {
    const before = this.band.busyMicros;
    work();
    this.scheduler.advanceBy(micros);
    return (this.band.busyMicros - before) * INSTRUCTIONS_PER_MICRO;
  }

  wait(micros: number): Promise<void> {
    this.scheduler.advanceBy(micros);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
