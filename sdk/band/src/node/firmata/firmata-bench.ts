import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { BandSamples } from "../../band.ts";
import { Emitter } from "../../emitter.ts";
import type { FirmataMotion } from "./firmata-motion.ts";
import { closeTransport, type FirmataTransport } from "./firmata-transport.ts";
import type { I2cBus } from "./i2c-bus.ts";
import { type Mpu6050Sample, readMpu6050 } from "./mpu6050.ts";

export interface FirmataBenchOpts {
  readonly name: string;
  readonly transport: FirmataTransport;
  readonly scheduler: Scheduler;
  readonly bus: I2cBus;
  /** Ends what the board keeps going. */
  readonly abandon: () => void;
}

/** Firmata's last word; every pin rests and every reading ends. */
const SYSTEM_RESET = Uint8Array.of(0xff);
/** A port that is stuck is closed all the same. */
const RESET_WITHIN_MICROS = 500_000;

/** An Arduino with its sensor started, delivering. */
export class FirmataBench implements FirmataMotion {
  readonly name: string;
  readonly isWearable = false;
  readonly capabilities = { motor: false, deviceTimestamps: false, watchdog: false, holdOver: false } as const;
  onClose: ((reason: string) => void) | undefined;
  private readonly opts: FirmataBenchOpts;
  private readonly emitter = new Emitter<BandSamples>();
  private tLastMicros = -Infinity;
  private missed = 0;
  private closing: Promise<void> | undefined;

  constructor(opts: FirmataBenchOpts) {
    this.opts = opts;
    this.name = opts.name;
    opts.transport.once("close", (error: Error | null | undefined) => {
      opts.abandon();
      this.onClose?.(error?.message ?? "closed");
    });
    readMpu6050(opts.bus, (sample) => {
      this.hear(sample);
    });
  }

  on(listener: (samples: BandSamples) => void): () => void {
    return this.emitter.on(listener);
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private hear(sample: Mpu6050Sample | undefined): void {
    if (sample === undefined) {
      this.missed++;
      return;
    }
    // Samples that waited together somewhere on the way arrive at one moment: a microsecond apart keeps their order.
    this.tLastMicros = Math.max(this.opts.scheduler.nowMicros(), this.tLastMicros + 1);
    const { missed } = this;
    this.missed = 0;
    this.emitter.emit({ kind: "samples", tMicros: Float64Array.of(this.tLastMicros), ...sample, missed });
  }

  private async end(): Promise<void> {
    const { transport, abandon } = this.opts;
    abandon();
    if (transport.isOpen) await this.reset();
    await closeTransport(transport);
  }

  private reset(): Promise<void> {
    const { transport, scheduler } = this.opts;
    return new Promise((resolve) => {
      const cancel = scheduler.at(sessionMicros(scheduler.nowMicros() + RESET_WITHIN_MICROS), resolve);
      transport.write(SYSTEM_RESET, () => {
        cancel();
        resolve();
      });
    });
  }
}
