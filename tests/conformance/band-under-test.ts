import type { ByteLink } from "@entrain/band";
import type { Scheduler } from "@entrain/time";

/** When a motor was on, on the scheduler's clock. `offMicros` is undefined while it is. */
export interface MotorSpan {
  readonly onMicros: number;
  readonly offMicros: number | undefined;
}

/** What can be done to an accelerometer's bus. Stuck: whoever uses it gets an exception, or nothing. */
export type BusState = "well" | "stuck" | "rubbish";

/** What goes wrong with a band, at a test's bidding. */
export interface Faults {
  /** Has the firmware meet an exception that it does not expect. */
  throwInHandler(): void;
  /** The host keeps the link open and reads nothing of it for so long. */
  stopReading(micros: number): void;
  readonly imuBusStates: readonly BusState[];
  setImuBus(state: BusState): void;
  /** Somebody sets the band's clock forward, or back. */
  setClock(byMicros: number): void;
  setBattery(percent: number): void;
}

/**
 * What a behaviour may need beyond the link; a band that does not offer it is not asked for that behaviour. Timely: the
 * motor's edges come when the hardware would have them, however busy the machine is.
 */
export type Need = "motor" | "button" | "fault" | "timely" | "strike";

/** One band, freshly started, whatever it is made of. */
export interface BandUnderTest {
  /** For what is measured of it. */
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly link: ByteLink;
  /** Its time takes less than the world's. */
  readonly isFast: boolean;
  /** Lets time pass on the band's and the scheduler's clocks. */
  wait(micros: number): Promise<void>;
  /** The motor's own pin or current, seen from outside. */
  readonly motorSpans?: () => readonly MotorSpan[];
  /** By how much what is seen of an edge of the motor may be late. */
  readonly edgeMicros: number;
  readonly press?: () => void;
  readonly release?: () => void;
  /** A blow to the arm that wears it. */
  readonly strike?: () => void;
  readonly faults?: Faults;
  close(): Promise<void>;
}

/** Where bands to test come from. */
export interface BandSource {
  readonly name: string;
  readonly offers: readonly Need[];
  /** Why there is none, for a report; undefined where there is. */
  readonly absent: string | undefined;
  start(): Promise<BandUnderTest>;
}
