import { VirtualClock } from "@entrain/time/testing";
import {
  createBleLikeLink,
  createUsbLikeLink,
  type BleLikeOpts,
  type LaneStatistics,
  type LinkEnd,
  type SimLink,
  type UsbLikeOpts,
} from "../src/link/index.ts";
import { createRandom } from "../src/random/index.ts";

export const KINDS = { usb: createUsbLikeLink, ble: createBleLikeLink };
export type Kind = keyof typeof KINDS;
export const BOTH: Kind[] = ["usb", "ble"];

export const make = (
  kind: Kind,
  opts: Partial<UsbLikeOpts & BleLikeOpts> = {},
  seed = 1,
): { clock: VirtualClock; link: SimLink } => {
  const clock = new VirtualClock();
  return { clock, link: KINDS[kind]({ scheduler: clock, random: createRandom(seed), ...opts }) };
};
export const received = (end: LinkEnd): number[] => {
  const bytes: number[] = [];
  end.onBytes = (some) => bytes.push(...some);
  return bytes;
};
/** Bytes that tell where each one came from: a slow counter beside a fast one. */
export const counting = (length: number, from = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (from + i) & 0xff);
export const balance = (lane: LaneStatistics, pendingBytes: number): number =>
  lane.writtenBytes + lane.insertedBytes - lane.deliveredBytes - lane.lostBytes - lane.droppedBytes - pendingBytes;
