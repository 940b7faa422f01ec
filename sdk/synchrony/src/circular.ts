const TURNS_PER_RAD = 1 / (2 * Math.PI);

/** Maps any angle to (−π, π]. */
export const wrapRad = (rad: number): number => {
  const wrapped = rad - 2 * Math.PI * Math.floor(rad * TURNS_PER_RAD + 0.5);
  return wrapped <= -Math.PI ? wrapped + 2 * Math.PI : wrapped;
};

/** Continues `rad` from `previousRad` with no step larger than π. */
export const unwrapRad = (previousRad: number, rad: number): number => previousRad + wrapRad(rad - previousRad);
