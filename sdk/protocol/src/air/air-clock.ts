import { AIR_STAMP_WRAP, AIR_STAMPS_PER_SECOND, AIR_TICKS_PER_SECOND } from "./air-layout.ts";
import { MICROS_PER_SECOND } from "../units.ts";

const WRAP_MICROS = (AIR_STAMP_WRAP / AIR_STAMPS_PER_SECOND) * MICROS_PER_SECOND;

/** Air time of a beacon, µs: exact, since a tick is 15625/512 of one. */
export const airMicrosOfTicks = (ticks: number): number => (ticks * MICROS_PER_SECOND) / AIR_TICKS_PER_SECOND;

/** The two bytes in which a band tells a time. */
export const airStampOf = (airMicros: number): number => {
  const stamp = Math.floor((airMicros * AIR_STAMPS_PER_SECOND) / MICROS_PER_SECOND) % AIR_STAMP_WRAP;
  return stamp < 0 ? stamp + AIR_STAMP_WRAP : stamp;
};

/**
 * The air time that two bytes stand for.
 *
 * @param nearMicros - air time of hearing them: it is the one that lies within 8 s of it
 */
export const airMicrosOfStamp = (stamp: number, nearMicros: number): number => {
  const micros = (stamp * MICROS_PER_SECOND) / AIR_STAMPS_PER_SECOND;
  return micros + Math.round((nearMicros - micros) / WRAP_MICROS) * WRAP_MICROS;
};
