/**
 * The wrist beneath the band, as far as its circumference tells: an ellipse 1.4 times as wide as it is high. That is an
 * assumption, to be tried on people. All in mm.
 */
export interface Wrist {
  readonly circumference: number;
  readonly width: number;
  /** Of the curve on the back of the wrist, where the band lies. */
  readonly radius: number;
}

const WIDTH_TO_HEIGHT = 1.4;

/** Narrower than the case is long, or wider than anybody's. */
export const SMALLEST = 145;
export const LARGEST = 215;

/** Ramanujan's first approximation to an ellipse's circumference, for semi-axes a and 1. */
const around = (a: number): number => Math.PI * (3 * (a + 1) - Math.sqrt((3 * a + 1) * (a + 3)));

/**
 * @param circumference - mm, {@link SMALLEST} to {@link LARGEST}
 * @throws RangeError for any other
 */
export const wristOf = (circumference: number): Wrist => {
  if (!(circumference >= SMALLEST && circumference <= LARGEST))
    throw new RangeError(
      `Expected a wrist of ${String(SMALLEST)} to ${String(LARGEST)} mm around, found ${String(circumference)}`,
    );
  const halfHeight = circumference / around(WIDTH_TO_HEIGHT);
  const halfWidth = WIDTH_TO_HEIGHT * halfHeight;
  return { circumference, width: 2 * halfWidth, radius: (halfWidth * halfWidth) / halfHeight };
};

/** How far a curve of this radius has fallen at x from its top. */
export const fall = (radius: number, x: number): number => radius - Math.sqrt(radius * radius - x * x);
