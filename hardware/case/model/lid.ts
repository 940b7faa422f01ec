import { WALL, type Sizes } from "../src/sizes.ts";
import { HOLDS, SCREWS, TONGUES } from "./closing.ts";
import { BUTTON_HOLE } from "./button.ts";
import { switchOpening, usbOpening } from "./openings.ts";
import { block, box, cut, join, rod, type Solid } from "./solids.ts";

const OUTER_ROUND = 4;
const INNER_ROUND = 2.5;
/** A piece of clear filament, 1.75 mm, is the window. */
const WINDOW = 1.9;
const WINDOW_TUBE = 4.4;
/** A light of 0.8 mm, and 0.7 mm to spare. */
const ABOVE_LIGHT = 1.5;

/** The upper part, as it lies on the shell. */
export const lid = (sizes: Sizes): Solid => {
  const { inside, split, ceiling, top, board, boardTop } = sizes;
  const outer = block(
    [inside.left - WALL, inside.right + WALL],
    [-inside.y - WALL, inside.y + WALL],
    [split, top],
    OUTER_ROUND,
  );
  const room = block([inside.left, inside.right], [-inside.y, inside.y], [split - 1, ceiling], INNER_ROUND);
  const tongue = ([from, to]: readonly [number, number]): Solid =>
    join(
      box([inside.right - 1.2, inside.right - 0.15], [from, to], [split - 2.3, ceiling + 0.5]),
      box([inside.right - 1.2, inside.right + 0.6], [from, to], [split - 2.3, split - 1.4]),
    );
  return cut(
    join(
      cut(outer, room),
      ...SCREWS.map((screw) => rod(screw.x, screw.y, [split, ceiling + 0.5], screw.post)),
      rod(board.light.x, board.light.y, [boardTop + ABOVE_LIGHT, ceiling + 0.5], WINDOW_TUBE),
      ...HOLDS.map((hold) => rod(hold.x, hold.y, [boardTop + 0.1, ceiling + 0.5], hold.diameter)),
      ...TONGUES.map(tongue),
    ),
    ...SCREWS.flatMap((screw) => [
      rod(screw.x, screw.y, [split - 1, top + 1], screw.hole),
      rod(screw.x, screw.y, [top - 1.1, top + 0.01], screw.hole, screw.head),
    ]),
    rod(board.light.x, board.light.y, [boardTop, top + 1], WINDOW),
    rod(board.button.x, board.button.y, [ceiling - 1, top + 1], BUTTON_HOLE),
    ...usbOpening(sizes),
    ...switchOpening(sizes),
  );
};
