import type { BandSamples } from "../../band.ts";

/**
 * The movements of a bench band: an Arduino with StandardFirmata and an MPU6050. **Bench only, never worn.** This alone has
 * no motor and is no `Band`: `FirmataBand` is.
 */
export interface FirmataMotion {
  readonly name: string;
  readonly isWearable: false;
  readonly capabilities: {
    readonly motor: false;
    /** Samples carry the time at which they reached the host, the way there and its jitter included. */
    readonly deviceTimestamps: false;
    /** Nothing on the Arduino notices that the host is gone. */
    readonly watchdog: false;
    readonly holdOver: false;
  };
  /**
   * Hears one sample at a time: acceleration up to ±8 g, rotation up to ±2000 deg/s. `tMicros` is the host's time of
   * arrival, strictly increasing. `missed` counts readings that failed on the Arduino; what is lost on the wire is in
   * no number, since Firmata numbers nothing.
   *
   * @returns the way to stop listening
   */
  on(listener: (samples: BandSamples) => void): () => void;
  /** Called once when the link is gone, whoever ended it. */
  onClose: ((reason: string) => void) | undefined;
  /** Resets the Arduino and closes the transport; closing twice does no harm. */
  close(): Promise<void>;
}
