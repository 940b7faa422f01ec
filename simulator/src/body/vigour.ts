import type { Random } from "../random/index.ts";
import type { Gesture } from "./gesture.ts";
import type { Kinematics } from "./quintic.ts";
import { createSmoothTrack } from "./smooth-track.ts";

/** SD of the size of single movements, as a share. */
const CYCLE_SD = 0.06;
/** Slower than comfortable makes movements a little larger, never more than this. */
const LARGEST = 1.2;
const SMALLEST = 0.2;
/** A new size is reached by this share of the cycle. */
const REACHED_BY = 0.8;

/** How large somebody moves, from cycle to cycle. */
export interface Vigour {
  /** A movement begins, and the next one is expected at `tNextMicros`; returns the size aimed at. */
  onset(tMicros: number, tNextMicros: number, tempoHz: number): number;
  /** Size relative to the gesture as written, with its derivatives. */
  at(tMicros: number, out: Kinematics): void;
}

/**
 * Sizes vary a little from one movement to the next, and shrink in proportion as the tempo rises above the comfortable
 * one, so that accelerations grow with the tempo and not with its square.
 */
export const createVigour = (tStartMicros: number, gesture: Gesture, vigour: number, random: Random): Vigour => {
  const track = createSmoothTrack(tStartMicros, vigour, 0);
  return {
    onset(tMicros, tNextMicros, tempoHz) {
      const byTempo = Math.min(LARGEST, gesture.comfortableHz / tempoHz);
      const size = vigour * byTempo * Math.max(SMALLEST, 1 + CYCLE_SD * random.normal());
      track.aim(tMicros, tMicros + REACHED_BY * (tNextMicros - tMicros), size, 0);
      return size;
    },
    at(tMicros, out) {
      track.at(tMicros, out);
    },
  };
};
