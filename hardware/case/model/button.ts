import { BUTTON_HEIGHT, type Sizes } from "../src/sizes.ts";
import { join, rod, type Solid } from "./solids.ts";

export const BUTTON_HOLE = 9.4;
const STEM = 8.8;
const FLANGE = 11.2;
const PLAY = 0.1;
/** Proud of the lid: found without looking. */
const PROUD = 0.9;

/** The cap that is pressed: its flange lies beneath the lid, its foot on the switch. */
export const button = ({ board, boardTop, ceiling, top }: Sizes): Solid => {
  const foot = boardTop + BUTTON_HEIGHT;
  return join(
    rod(board.button.x, board.button.y, [foot, ceiling - PLAY], FLANGE),
    rod(board.button.x, board.button.y, [ceiling - 0.5, top + PROUD - 0.4], STEM),
    rod(board.button.x, board.button.y, [top + PROUD - 0.4, top + PROUD], STEM, STEM - 0.8),
  );
};
