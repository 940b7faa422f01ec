import type { RecordedSession } from "@entrain/recording";
import type { WindowScore } from "@entrain/synchrony";

/** What a report is made of. */
export interface ReportInput {
  readonly session: RecordedSession;
  /** Windows that do not overlap, scored anew. None where the motion was not kept: those of the readings are taken then. */
  readonly windows: readonly WindowScore[];
  /** Names for pseudonyms, where they are known and to be shown. */
  readonly nameOf?: (pseudonym: string) => string | undefined;
  /** The facilitator's, written before they saw a figure. */
  readonly impression?: string;
  /** False: what was done, in words and pictures of movement, without any score. */
  readonly scores: boolean;
  /** IANA name, for the date; default: the machine's. */
  readonly timeZone?: string;
}
