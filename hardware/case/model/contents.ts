import modeling from "@jscad/modeling";
import { BUTTON_HEIGHT, CELL, MOTOR, MOTOR_FLOOR, type Sizes } from "../src/sizes.ts";
import { box, join, rod, type Solid } from "./solids.ts";

const { extrusions, primitives, transforms } = modeling;

/** What goes into the case, as plain bodies: for pictures. */

export const circuitBoard = ({ board, boardBottom }: Sizes): Solid =>
  transforms.translateZ(
    boardBottom,
    extrusions.extrudeLinear(
      { height: board.thickness },
      primitives.polygon({ points: board.outline.map(({ x, y }) => [x, y] as [number, number]) }),
    ),
  );

export const module = ({ board, boardTop }: Sizes): Solid => {
  const { x, y } = board.module;
  return join(
    box([x - 8.9, x + 8.9], [y - 10.5, y + 10.5], [boardTop, boardTop + 1]),
    box([x - 6, x + 6], [y - 6, y + 4.5], [boardTop + 0.9, boardTop + 2.6]),
  );
};

export const usb = ({ board, boardTop }: Sizes): Solid => {
  const { x, y } = board.module;
  return box([x - 4.5, x + 4.5], [y + 4.6, y + 11.9], [boardTop + 1, boardTop + 4.2]);
};

export const parts = ({ board, boardTop }: Sizes): Solid => {
  const { button, slideSwitch, light } = board;
  return join(
    box([button.x - 3, button.x + 3], [button.y - 3, button.y + 3], [boardTop, boardTop + 3.4]),
    rod(button.x, button.y, [boardTop + 3.3, boardTop + BUTTON_HEIGHT], 3.4),
    box(
      [slideSwitch.x - 3.35, slideSwitch.x + 3.35],
      [slideSwitch.y - 1.4, slideSwitch.y + 1.2],
      [boardTop, boardTop + 1.4],
    ),
    box([light.x - 1, light.x + 1], [light.y - 0.6, light.y + 0.6], [boardTop, boardTop + 0.8]),
    box([-15.5, -12.5], [-2, 1], [boardTop, boardTop + 1.1]),
  );
};

export const connector = ({ board, boardTop }: Sizes): Solid =>
  box([11.4, 19], [board.connector.y - 2.95, board.connector.y + 2.95], [boardTop, boardTop + 4.8]);

export const cell = ({ inside }: Sizes): Solid =>
  box([inside.right - 1.5 - CELL.length, inside.right - 1.5], [-CELL.width / 2, CELL.width / 2], [0.1, CELL.height]);

export const motor = ({ seatBottom }: Sizes): Solid =>
  rod(MOTOR.x, MOTOR.y, [seatBottom + MOTOR_FLOOR, seatBottom + MOTOR_FLOOR + MOTOR.height], MOTOR.diameter);
