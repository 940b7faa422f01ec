import type { BoardFacts } from "./board-facts.ts";
import { fall, wristOf } from "./wrist.ts";

/** mm throughout; x around the wrist, y towards the hand, z away from the skin, 0 on the floor inside. */

/** Walls and floor: four lines of a 0.4 mm nozzle and a little. */
export const WALL = 1.8;
export const FLOOR = 1.4;
export const LID = 1.6;
/** Beneath the motor: thin, so that the skin feels it. */
export const MOTOR_FLOOR = 1;

/** LRA of 10 × 4 mm, and the play around it. */
export const MOTOR = { x: -15, y: 0, diameter: 10, height: 4, play: 0.4 } as const;
/** How far the motor's seat presses into the skin beyond where the wrist's curve lies. */
export const PRESS = 0.8;
/** Round, wider than the motor by its walls. */
export const SEAT_DIAMETER = 14;

/** A lithium cell of 4 × 20 × 30 mm, room for a tenth of swelling, and for tape and trimmed pins above it. */
export const CELL = { width: 20, length: 30, height: 4, swelling: 0.4, above: 1.1 } as const;

/** What stands highest on the board: the cell's connector (JST S2B-PH-K: 4.8). The module with USB is 4.4, the button 4.3. */
export const TALLEST = 4.8;
export const BUTTON_HEIGHT = 4.3;
/** From the board to the middle of the USB connector: the module's own board of 1 mm, half of 3.2. */
export const USB_HEIGHT = 2.6;
export const USB_BEYOND_MODULE = 1.4;

/** A strap of 20 mm. */
export const STRAP = { width: 20, play: 0.6, thickness: 2.4, bar: 3.4 } as const;

/** The case lies flatter than the wrist, so that the middle and the motor's seat touch, and no edge digs in. */
const FLATTER = 1.3;

export interface Sizes {
  readonly wrist: number;
  readonly board: BoardFacts;
  /** The room inside. Beyond the board on the right the cell's leads come up. */
  readonly inside: { readonly left: number; readonly right: number; readonly y: number };
  readonly boardBottom: number;
  readonly boardTop: number;
  /** Where lid and shell meet: the middle of the USB connector. */
  readonly split: number;
  readonly ceiling: number;
  readonly top: number;
  /** Of the skin side. */
  readonly radius: number;
  /** Where the seat ends. */
  readonly seatBottom: number;
}

/** @throws RangeError for a wrist that the case cannot be made for */
export const sizesFor = (circumference: number, board: BoardFacts): Sizes => {
  const wrist = wristOf(circumference);
  const radius = FLATTER * wrist.radius;
  const boardBottom = CELL.height + CELL.swelling + CELL.above;
  const boardTop = boardBottom + board.thickness;
  const ceiling = boardTop + TALLEST + 0.3;
  return {
    wrist: circumference,
    board,
    inside: { left: -board.width / 2 - 0.5, right: board.width / 2 + 1.75, y: board.height / 2 + 0.25 },
    boardBottom,
    boardTop,
    split: boardTop + USB_HEIGHT,
    ceiling,
    top: ceiling + LID,
    radius,
    seatBottom: -FLOOR - fall(wrist.radius, MOTOR.x) - PRESS,
  };
};
