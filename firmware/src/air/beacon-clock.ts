import type { ClockMap } from "@entrain/protocol";
import { setClockMap } from "../clock-map.ts";
import { remapPlayer } from "../player.ts";

/**
 * How far the band's clock stands ahead of the air's, from when beacons are heard. None is heard before it was sent, but
 * any may be heard late (the radio's random delay, a handler that waits): the quickest count. The least difference is kept
 * and let rise by a little, by more than two crystals can differ; nothing needs to be known of their rates.
 */
export let airOffset = 0;
let lastAirMicros = 0;
/** What the player was told last. */
let mapOffset = 0;
let isKnown = false;

/** 122 ppm: two crystals differ by 80 at worst. */
const RISE_DIVISOR = 8192;
/** Further off, either way, is another clock. */
const JUMP_MICROS = 1000000;
/** By less than this the player need not be told. */
const TOLD_MICROS = 200;

/** @returns false where the air's clock is another than before: whatever was told by it means nothing */
export const noteBeacon = (airMicros: number, tMicros: number): boolean => {
  const offset = tMicros - airMicros;
  const excess = offset - airOffset;
  const isSame = isKnown && excess > -JUMP_MICROS && excess < JUMP_MICROS;
  if (isSame) {
    const rise = (airMicros - lastAirMicros) / RISE_DIVISOR;
    airOffset += excess < rise ? excess : rise;
  } else airOffset = offset;
  lastAirMicros = airMicros;
  const moved = airOffset - mapOffset;
  if (!isSame || moved > TOLD_MICROS || moved < -TOLD_MICROS) {
    mapOffset = airOffset;
    setClockMap({ sessionRef: 0, bandRef: airOffset, bandPerSession: 1, errorMicros: 0 } as unknown as ClockMap);
    remapPlayer();
  }
  isKnown = true;
  return isSame;
};
