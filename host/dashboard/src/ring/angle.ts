export const TAU = 2 * Math.PI;

/** The same angle in [−π, π). */
export const wrapRad = (rad: number): number => rad - TAU * Math.floor((rad + Math.PI) / TAU);
