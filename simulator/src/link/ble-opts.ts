import { requireRange } from "../body/require-range.ts";
import type { LinkOpts } from "./create-lanes.ts";

/** Connection intervals that Bluetooth allows (Core 5.4, vol. 6 B 4.5.1), microseconds. */
export const LEAST_INTERVAL_MICROS = 7_500;
export const MOST_INTERVAL_MICROS = 4_000_000;

/** How a BLE connection behaves. */
export interface BleConditions {
  /** Time between connection events when a connection begins. 7.5 ms to 4 s. Default 7.5 ms. */
  readonly intervalMicros: number;
  /** Bytes of payload in a packet, 20 to 244. Default 131, that of Espruino's boards with room for it; others have 53. */
  readonly packetBytes: number;
  /** Packets each way in one connection event. Default 4. */
  readonly packetsPerEvent: number;
  /** Time a packet and its answer take on air. */
  readonly packetMicros: number;
  /** Chance that the radio misses a packet, which then waits for the next event. */
  readonly missPerPacket: number;
  /** Time lost in the device's and the host's stacks on top, uniform between least and most. */
  readonly toHostMicros: readonly [least: number, most: number];
  readonly toDeviceMicros: readonly [least: number, most: number];
  /** From asking for another interval to having it. */
  readonly renegotiationMicros: number;
  /** Silence after which both ends give the connection up. */
  readonly supervisionMicros: number;
}

/** What `createBleLikeLink` takes. */
export type BleLikeOpts = LinkOpts & Partial<BleConditions>;

const TYPICAL: BleConditions = {
  intervalMicros: LEAST_INTERVAL_MICROS,
  packetBytes: 131,
  packetsPerEvent: 4,
  packetMicros: 1_400,
  missPerPacket: 0.02,
  toHostMicros: [500, 4_000],
  toDeviceMicros: [200, 1_500],
  renegotiationMicros: 1_500_000,
  supervisionMicros: 4_000_000,
};

/** Fills in what is typical, and refuses what no radio does. */
export const bleConditions = (opts: BleLikeOpts): BleConditions => {
  const conditions = { ...TYPICAL, ...opts };
  requireRange("intervalMicros", conditions.intervalMicros, LEAST_INTERVAL_MICROS, MOST_INTERVAL_MICROS);
  requireRange("packetBytes", conditions.packetBytes, 20, 244);
  requireRange("packetsPerEvent", conditions.packetsPerEvent, 1, 16);
  requireRange("packetMicros", conditions.packetMicros, 0, LEAST_INTERVAL_MICROS);
  // At 1 nothing would ever pass.
  requireRange("missPerPacket", conditions.missPerPacket, 0, 0.99);
  for (const [least, most] of [conditions.toHostMicros, conditions.toDeviceMicros])
    requireRange("least delay", least, 0, most);
  return conditions;
};
