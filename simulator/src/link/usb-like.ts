import { requireRange } from "../body/require-range.ts";
import type { SimLink } from "./api.ts";
import { assembleLink } from "./assemble-link.ts";
import type { Lane } from "./lane.ts";
import { createLanes, type LinkOpts } from "./create-lanes.ts";

/** A bulk packet of a full-speed USB device. */
const FRAME_BYTES = 64;
/** Nineteen of them fit into a millisecond (USB 2.0, table 5-9). */
const FRAME_MICROS = 1000 / 19;

/** What {@link createUsbLikeLink} takes. */
export interface UsbLikeOpts extends LinkOpts {
  /** From writing to arriving, each frame anew and uniformly between the two. Default 100 and 1000. */
  readonly leastLatencyMicros?: number;
  readonly mostLatencyMicros?: number;
}

/** A serial port over USB: frames of up to 64 bytes, each a fraction of a millisecond late. */
export const createUsbLikeLink = (opts: UsbLikeOpts): SimLink => {
  const { scheduler, leastLatencyMicros = 100, mostLatencyMicros = Math.max(1000, leastLatencyMicros) } = opts;
  requireRange("leastLatencyMicros", leastLatencyMicros, 0, mostLatencyMicros);
  const latency = opts.random.fork("latency");
  let tSilentMicros = -Infinity;

  const sendFrame = (lane: Lane): void => {
    const waitMicros = leastLatencyMicros + (mostLatencyMicros - leastLatencyMicros) * latency.uniform();
    const tReadyMicros = Math.max(scheduler.nowMicros(), tSilentMicros) + waitMicros;
    lane.send(FRAME_BYTES, Math.max(tReadyMicros, lane.tLastDueMicros + FRAME_MICROS));
  };
  return assembleLink(scheduler, createLanes(opts), () => ({
    accepted(lane) {
      while (lane.waitingBytes > 0) sendFrame(lane);
    },
    opened: () => undefined,
    closed: () => undefined,
    silenceUntil(tMicros) {
      tSilentMicros = Math.max(tSilentMicros, tMicros);
    },
  }));
};
