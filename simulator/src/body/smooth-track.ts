import { evalQuintic, planQuintic, type Kinematics, type Quintic } from "./quintic.ts";

/** Pieces remembered for looking back: two a cycle, so eight cycles. */
const REMEMBERED_PIECES = 16;

/** A quantity that is always on a smooth way to its next goal, and may be given a new goal on the way. */
export interface SmoothTrack {
  /** From `tMicros` on, goes on smoothly so as to arrive at `value` with `rate` (per second) at `tEndMicros`. */
  aim(tMicros: number, tEndMicros: number, value: number, rate: number): void;
  /** Value and derivatives at a time, into `out`. */
  at(tMicros: number, out: Kinematics): void;
}

/** A track that rests at `value`, or moves from it at `rate`, at `tMicros`. */
export const createSmoothTrack = (tMicros: number, value: number, rate: number): SmoothTrack => {
  const pieces: Quintic[] = [{ tStartMicros: tMicros, durationS: 0, c0: value, c1: rate, c2: 0, c3: 0, c4: 0, c5: 0 }];
  const here: Kinematics = { value, rate, acceleration: 0 };

  const pieceAt = (tAskedMicros: number): Quintic | undefined => {
    for (let i = pieces.length - 1; i > 0; i--) {
      const piece = pieces[i];
      if (piece !== undefined && piece.tStartMicros <= tAskedMicros) return piece;
    }
    return pieces[0];
  };

  const at = (tAskedMicros: number, out: Kinematics): void => {
    const piece = pieceAt(tAskedMicros);
    if (piece !== undefined) evalQuintic(piece, tAskedMicros, out);
  };

  return {
    aim(tFromMicros, tEndMicros, toValue, toRate) {
      at(tFromMicros, here);
      pieces.push(planQuintic(tFromMicros, here, tEndMicros, toValue, toRate));
      if (pieces.length > REMEMBERED_PIECES) pieces.shift();
    },
    at,
  };
};
