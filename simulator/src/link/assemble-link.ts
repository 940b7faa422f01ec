import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import { requireRange } from "../body/require-range.ts";
import type { LinkEnd, SimLink } from "./api.ts";
import type { Carrier, Lanes } from "./carrier.ts";
import type { Lane } from "./lane.ts";

/** Joins two lanes and a medium into a link; `createCarrier` is also handed a way to close it. */
export const assembleLink = (
  scheduler: Scheduler,
  lanes: Lanes,
  createCarrier: (disconnect: () => void) => Carrier,
): SimLink => {
  let isOpen = false;
  let cancelReconnection: Cancel | undefined;

  const createEnd = (outgoing: Lane, incoming: Lane): LinkEnd => {
    const end: LinkEnd = {
      write(bytes) {
        if (!isOpen) {
          outgoing.refuse(bytes.length);
          return;
        }
        outgoing.accept(bytes);
        carrier.accepted(outgoing);
      },
      onBytes: undefined,
      onOpenChange: undefined,
      get isOpen() {
        return isOpen;
      },
      get pendingBytes() {
        return outgoing.pendingBytes;
      },
    };
    incoming.deliver = (bytes) => end.onBytes?.(bytes);
    return end;
  };
  const host = createEnd(lanes.toDevice, lanes.toHost);
  const device = createEnd(lanes.toHost, lanes.toDevice);

  const setOpen = (open: boolean): void => {
    cancelReconnection?.();
    if (open === isOpen) return;
    isOpen = open;
    if (open) carrier.opened();
    else {
      carrier.closed();
      lanes.toHost.clear();
      lanes.toDevice.clear();
    }
    device.onOpenChange?.(open);
    host.onOpenChange?.(open);
  };
  const carrier = createCarrier(() => {
    setOpen(false);
  });
  const inMicros = (spanMicros: number) =>
    sessionMicros(scheduler.nowMicros() + requireRange("spanMicros", spanMicros, 0, Number.MAX_SAFE_INTEGER));

  return {
    host,
    device,
    connect: () => {
      setOpen(true);
    },
    disconnect: () => {
      setOpen(false);
    },
    cutFor(spanMicros) {
      const tBackMicros = inMicros(spanMicros);
      setOpen(false);
      cancelReconnection = scheduler.at(tBackMicros, () => {
        setOpen(true);
      });
    },
    silenceFor: (spanMicros) => {
      carrier.silenceUntil(inMicros(spanMicros));
    },
    stopReading: () => {
      lanes.toHost.setPaused(true);
    },
    resumeReading: () => {
      lanes.toHost.setPaused(false);
    },
    statistics: { toHost: lanes.toHost.statistics, toDevice: lanes.toDevice.statistics },
  };
};
