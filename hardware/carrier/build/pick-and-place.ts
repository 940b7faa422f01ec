import { PARTS } from "../src/parts.ts";
import { PLACES } from "../src/placement.ts";
import { csv } from "./csv.ts";

/** Soldered by hand in any case: through-hole, or the module. */
const BY_HAND: readonly string[] = ["U1", "LRA1", "J1"];

/** Where a machine sets each part: mm from the middle of the board, y upwards, degrees counter-clockwise. */
export const pickAndPlace = (): string =>
  csv(
    ["Designator", "Mid X", "Mid Y", "Layer", "Rotation"],
    (Object.keys(PARTS) as (keyof typeof PARTS)[])
      .filter((designator) => !BY_HAND.includes(designator))
      .map((designator) => {
        const { x, y, turn } = PLACES[designator];
        return [designator, x.toFixed(3), y.toFixed(3), "top", String(turn)];
      }),
  );
