import { sessionMicros } from "@entrain/protocol";
import type { Cancel, Scheduler } from "@entrain/time";
import { requireRange } from "../body/require-range.ts";
import type { Random } from "../random/index.ts";
import type { SimLink } from "./api.ts";
import { assembleLink } from "./assemble-link.ts";
import {
  bleConditions,
  LEAST_INTERVAL_MICROS,
  MOST_INTERVAL_MICROS,
  type BleConditions,
  type BleLikeOpts,
} from "./ble-opts.ts";
import type { Carrier, Lanes } from "./carrier.ts";
import { createLanes } from "./create-lanes.ts";
import type { Lane } from "./lane.ts";

/** A BLE connection, whose interval may be changed. */
export interface BleLikeLink extends SimLink {
  /** The connection interval in force. */
  readonly intervalMicros: number;
  /** Asks for another one, 7.5 ms to 4 s; it is in force a second or two later, until the connection ends. Ignored where there is none. */
  requestInterval(intervalMicros: number): void;
}

interface BleCarrier extends Carrier {
  readonly intervalMicros: number;
  requestInterval(intervalMicros: number): void;
}

const createBleCarrier = (
  scheduler: Scheduler,
  random: Random,
  lanes: Lanes,
  conditions: BleConditions,
  disconnect: () => void,
): BleCarrier => {
  const { packetsPerEvent, packetBytes, packetMicros, missPerPacket } = conditions;
  let intervalMicros = conditions.intervalMicros;
  let tAnchorMicros = 0;
  let tSilentFromMicros = -Infinity;
  let tSilentMicros = -Infinity;
  let cancelEvent: Cancel | undefined;
  let cancelRenegotiation: Cancel | undefined;
  let cancelSupervision: Cancel | undefined;

  const tNextEventMicros = (): number => {
    const tFromMicros = Math.max(scheduler.nowMicros(), tSilentMicros);
    return tAnchorMicros + (Math.floor((tFromMicros - tAnchorMicros) / intervalMicros) + 1) * intervalMicros;
  };
  /** Events come and go unseen while nothing waits; only the next one that has something to carry is scheduled. */
  const expectEvent = (): void => {
    cancelEvent?.();
    cancelEvent = undefined;
    if (lanes.toDevice.waitingBytes + lanes.toHost.waitingBytes === 0) return;
    cancelEvent = scheduler.at(sessionMicros(tNextEventMicros()), holdEvent);
  };
  const exchange = (lane: Lane, [least, most]: readonly [number, number]): void => {
    for (let count = 1; count <= packetsPerEvent && lane.waitingBytes > 0; count++) {
      if (random.uniform() < missPerPacket) {
        lane.countRetransmission();
        return;
      }
      const stackMicros = least + (most - least) * random.uniform();
      lane.send(packetBytes, scheduler.nowMicros() + count * packetMicros + stackMicros);
    }
  };
  const holdEvent = (): void => {
    // The central, which is the host, speaks first.
    exchange(lanes.toDevice, conditions.toDeviceMicros);
    exchange(lanes.toHost, conditions.toHostMicros);
    expectEvent();
  };

  return {
    get intervalMicros() {
      return intervalMicros;
    },
    requestInterval(toMicros) {
      requireRange("intervalMicros", toMicros, LEAST_INTERVAL_MICROS, MOST_INTERVAL_MICROS);
      cancelRenegotiation?.();
      cancelRenegotiation = scheduler.at(sessionMicros(scheduler.nowMicros() + conditions.renegotiationMicros), () => {
        // The new rhythm starts from an event of the old one.
        tAnchorMicros = tNextEventMicros();
        intervalMicros = toMicros;
        expectEvent();
      });
    },
    accepted() {
      if (cancelEvent === undefined) expectEvent();
    },
    opened() {
      intervalMicros = conditions.intervalMicros;
      cancelSupervision?.();
      tAnchorMicros = scheduler.nowMicros() + intervalMicros * random.uniform();
    },
    closed() {
      for (const cancel of [cancelEvent, cancelRenegotiation, cancelSupervision]) cancel?.();
      cancelEvent = undefined;
    },
    silenceUntil(tMicros) {
      if (tSilentMicros < scheduler.nowMicros()) tSilentFromMicros = scheduler.nowMicros();
      tSilentMicros = Math.max(tSilentMicros, tMicros);
      expectEvent();
      const tGivenUpMicros = tSilentFromMicros + conditions.supervisionMicros;
      cancelSupervision?.();
      if (tSilentMicros > tGivenUpMicros) cancelSupervision = scheduler.at(sessionMicros(tGivenUpMicros), disconnect);
    },
  };
};

/**
 * A UART over Bluetooth LE: packets travel in bursts at connection events and wait in between; what the radio misses comes
 * an event later, so that trouble shows as delay and never as loss. Silence beyond the supervision timeout closes it.
 */
export const createBleLikeLink = (opts: BleLikeOpts): BleLikeLink => {
  const lanes = createLanes(opts);
  const conditions = bleConditions(opts);
  let carrier: BleCarrier | undefined;
  const link = assembleLink(opts.scheduler, lanes, (disconnect) => {
    carrier = createBleCarrier(opts.scheduler, opts.random.fork("radio"), lanes, conditions, disconnect);
    return carrier;
  });
  return {
    ...link,
    get intervalMicros() {
      return carrier?.intervalMicros ?? conditions.intervalMicros;
    },
    requestInterval(intervalMicros) {
      if (link.host.isOpen) carrier?.requestInterval(intervalMicros);
    },
  };
};
