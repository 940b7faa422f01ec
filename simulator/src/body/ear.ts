import { requireTime } from "./require-range.ts";

/** More events than this between two movements are a flood; the oldest are let go. */
const MOST_REMEMBERED = 256;

/** Collects the times of felt or heard events until the body's own time reaches them. */
export interface Ear {
  hear(tMicros: number): void;
  /** Takes out, in order of time, what was heard up to and at `tUntilMicros`. */
  take(tUntilMicros: number): readonly number[];
}

/** An ear; events may come in any order. */
export const createEar = (): Ear => {
  const heardMicros: number[] = [];
  return {
    hear(tMicros) {
      requireTime(tMicros);
      let place = heardMicros.length;
      while (place > 0 && (heardMicros[place - 1] ?? 0) > tMicros) place--;
      heardMicros.splice(place, 0, tMicros);
      if (heardMicros.length > MOST_REMEMBERED) heardMicros.shift();
    },
    take(tUntilMicros) {
      let count = 0;
      while (count < heardMicros.length && (heardMicros[count] ?? 0) <= tUntilMicros) count++;
      return heardMicros.splice(0, count);
    },
  };
};

/**
 * Asynchrony of a movement onset to the nearest of the events: onset minus event, negative where the movement came
 * first. Undefined where no event lies within the window on either side.
 */
export const nearestAsynchrony = (
  tOnsetMicros: number,
  eventsMicros: readonly number[],
  windowMicros: number,
): number | undefined => {
  let nearest: number | undefined;
  for (const tEventMicros of eventsMicros) {
    const asynchrony = tOnsetMicros - tEventMicros;
    if (Math.abs(asynchrony) <= windowMicros && Math.abs(asynchrony) < Math.abs(nearest ?? Infinity))
      nearest = asynchrony;
  }
  return nearest;
};
