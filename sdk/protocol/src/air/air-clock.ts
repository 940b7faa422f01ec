import { AIR_SENT_PER_SECOND, AIR_SENT_WRAP, AIR_TICKS_PER_SECOND } from "./air-layout.ts";
import { MICROS_PER_SECOND } from "../units.ts";

const WRAP_SECONDS = AIR_SENT_WRAP / AIR_SENT_PER_SECOND;

/** Air time of a beacon, µs: exact, since a tick is 15625/512 of one. */
export const airMicrosOfTicks = (ticks: number): number => (ticks * MICROS_PER_SECOND) / AIR_TICKS_PER_SECOND;

/** The two bytes in which a band says when it sent. */
export const airSentOf = (airMicros: number): number => {
  const sent = Math.floor((airMicros * AIR_SENT_PER_SECOND) / MICROS_PER_SECOND) % AIR_SENT_WRAP;
  return sent < 0 ? sent + AIR_SENT_WRAP : sent;
};

/**
 * The air time that two bytes stand for.
 *
 * @param nearMicros - air time of hearing them: it is the one that lies within 8 s of it
 */
export const airMicrosOfSent = (sent: number, nearMicros: number): number => {
  const wrap = WRAP_SECONDS * MICROS_PER_SECOND;
  const micros = (sent * MICROS_PER_SECOND) / AIR_SENT_PER_SECOND;
  return micros + Math.round((nearMicros - micros) / wrap) * wrap;
};
