/** The board's edge, mm from its middle, counter-clockwise; its left corners make room for the screws of the case. */
export const BOARD = { width: 43.5, height: 23, thickness: 1, notchX: 5.25, notchY: 5 } as const;

const x = BOARD.width / 2;
const y = BOARD.height / 2;
const { notchX, notchY } = BOARD;

export const OUTLINE: readonly (readonly [x: number, y: number])[] = [
  [-x + notchX, -y],
  [x, -y],
  [x, y],
  [-x + notchX, y],
  [-x + notchX, y - notchY],
  [-x, y - notchY],
  [-x, -y + notchY],
  [-x + notchX, -y + notchY],
];
