import type { ByteLink } from "@entrain/band";
import type { Scheduler } from "@entrain/time";

/** When a motor was on, on the scheduler's clock. `offMicros` is undefined while it is. */
export interface MotorSpan {
  readonly onMicros: number;
  readonly offMicros: number | undefined;
}

/** What a behaviour may need beyond the link; a band that does not offer it is not asked for that behaviour. */
export type Need = "motor" | "button" | "fault" | "strike";

/** One band, freshly started, whatever it is made of. */
export interface BandUnderTest {
  readonly scheduler: Scheduler;
  readonly link: ByteLink;
  /** Lets time pass on the band's and the scheduler's clocks. */
  wait(micros: number): Promise<void>;
  /** The motor's own pin or current, seen from outside. */
  readonly motorSpans?: () => readonly MotorSpan[];
  readonly press?: () => void;
  readonly release?: () => void;
  /** A blow to the arm that wears it. */
  readonly strike?: () => void;
  /** Has the firmware meet an exception that it does not expect. */
  readonly throwInHandler?: () => void;
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
