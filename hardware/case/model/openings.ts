import type { Sizes } from "../src/sizes.ts";
import { WALL } from "../src/sizes.ts";
import { box, type Solid } from "./solids.ts";

const USB = { width: 9.8, height: 4.2 } as const;
/** The plug's own sleeve: USB Type-C allows 12.35 × 6.5. */
const SLEEVE = { width: 13, height: 7.2, depth: 0.9 } as const;

const across = (x: number, width: number): [number, number] => [x - width / 2, x + width / 2];

/** For the plug, in the wall towards the hand: half of it in the shell, half in the lid. */
export const usbOpening = ({ board, inside, split }: Sizes): Solid[] => {
  const outside = inside.y + WALL;
  return [
    box(across(board.module.x, USB.width), [inside.y - 1, outside + 1], across(split, USB.height)),
    box(across(board.module.x, SLEEVE.width), [outside - SLEEVE.depth, outside + 1], across(split, SLEEVE.height)),
  ];
};

/** For the slide switch, in the wall towards the elbow: its knob stays beneath the surface, a nail or a pin moves it. */
export const switchOpening = ({ board, inside, boardTop }: Sizes): Solid[] => {
  const outside = -inside.y - WALL;
  return [
    box(across(board.slideSwitch.x, 4.4), [outside - 1, -inside.y + 1], [boardTop - 0.2, boardTop + 1.9]),
    box(across(board.slideSwitch.x, 8), [outside - 1, outside + 0.8], [boardTop - 0.7, boardTop + 2.4]),
  ];
};
