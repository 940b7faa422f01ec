import { describe, expect, it } from "vitest";
import type { Vector } from "../src/mesh.ts";
import { solidAlong } from "../src/ray.ts";
import { BUTTON_HEIGHT, CELL, MOTOR, MOTOR_FLOOR, TALLEST, USB_BEYOND_MODULE, USB_HEIGHT, WALL } from "../src/sizes.ts";
import { meshOf, sizes, WRISTS } from "./support/made.ts";

const lid = meshOf("lid");
const ASKEW = 0.037;

interface Body {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly z: readonly [number, number];
}

/** Lines through a body along x, half a millimetre apart: none may meet a solid. */
const collisions = (mesh: ReturnType<typeof meshOf>, { x, y, z }: Body): [Vector, Vector][] => {
  const found: [Vector, Vector][] = [];
  for (let v = y[0] + ASKEW; v < y[1]; v += 0.5)
    for (let w = z[0] + ASKEW / 2; w < z[1]; w += 0.5) {
      const [from, to]: [Vector, Vector] = [
        [x[0], v, w],
        [x[1], v, w],
      ];
      if (solidAlong(mesh, from, to).length > 0) found.push([from, to]);
    }
  return found;
};

const { board, boardBottom, boardTop, ceiling, inside, split, top } = sizes(170);

describe.each(WRISTS)("in the shell for a wrist of %d mm", (wrist) => {
  const shell = meshOf(`shell-${String(wrist)}`);
  const { seatBottom } = sizes(wrist);

  it("the board of the circuit JSON lies free at its height, on rails", () => {
    const [left, right] = [-board.width / 2, board.width / 2];
    const xs = [...new Set(board.outline.map(({ x }) => x))].sort((a, b) => a - b);
    const notch = xs[1] ?? left;
    const tab = Math.min(...board.outline.map(({ y }) => Math.abs(y)));
    const z = [boardBottom, boardTop] as const;
    expect(collisions(shell, { x: [notch, right], y: [-board.height / 2, board.height / 2], z })).toEqual([]);
    expect(collisions(shell, { x: [left, notch], y: [-tab, tab], z })).toEqual([]);
    // The same board a tenth lower rests on something on both sides and at its left end.
    const under = boardBottom - 0.1;
    for (const y of [-board.height / 2 + 0.5, board.height / 2 - 0.5])
      expect(solidAlong(shell, [-5, y, under], [18, y, under])[0]?.[1]).toBeGreaterThan(20);
    expect(solidAlong(shell, [left - 3, ASKEW, under], [left + 2, ASKEW, under])).toHaveLength(1);
  });

  it("and is not in by more than it needs", () => {
    const bigger = { x: [-10, board.width / 2 + 3], y: [-11, 11], z: [boardBottom, boardTop] } as const;
    expect(collisions(shell, bigger)).not.toEqual([]);
  });

  it("the cell has its room, a tenth of swelling included, and its leads theirs", () => {
    const right = inside.right - 1;
    const cell: Body = {
      x: [right - CELL.length, right],
      y: [-CELL.width / 2, CELL.width / 2],
      z: [0, CELL.height + CELL.swelling],
    };
    expect(collisions(shell, cell)).toEqual([]);
    expect(right - CELL.length).toBeGreaterThan(MOTOR.x + MOTOR.diameter / 2);
    expect(boardBottom - CELL.height - CELL.swelling).toBeGreaterThanOrEqual(1);
    expect(inside.right - board.width / 2).toBeGreaterThanOrEqual(1.5);
  });

  it("the motor lies in its seat with a play of 0.4 mm, below the board", () => {
    const half = MOTOR.diameter / 2;
    for (let y = -half + ASKEW; y < half; y += 0.5) {
      const x = Math.sqrt(half * half - y * y);
      for (const z of [0.2, 2, MOTOR.height].map((up) => seatBottom + MOTOR_FLOOR + up))
        expect(solidAlong(shell, [MOTOR.x - x, y, z], [MOTOR.x + x, y, z])).toEqual([]);
    }
    const wider = half + MOTOR.play / 2 + 0.1;
    const z = seatBottom + MOTOR_FLOOR + 0.5;
    expect(solidAlong(shell, [MOTOR.x - wider, ASKEW, z], [MOTOR.x + wider, ASKEW, z]).length).toBeGreaterThan(0);
    expect(seatBottom + MOTOR_FLOOR + MOTOR.height).toBeLessThan(boardBottom);
  });

  it("a plug reaches the USB connector, and the connector ends in the wall", () => {
    const outside = inside.y + WALL;
    for (const x of [-4.4, 0, 4.4])
      for (const z of [-1.5, 1.5]) {
        const at = [board.module.x + x + ASKEW, split + z] as const;
        for (const mesh of [shell, lid])
          expect(solidAlong(mesh, [at[0], 5, at[1]], [at[0], outside + 5, at[1]])).toEqual([]);
      }
    expect(boardTop + USB_HEIGHT).toBe(split);
    const mouth = board.module.y + 10.5 + USB_BEYOND_MODULE;
    expect(mouth).toBeGreaterThan(inside.y);
    expect(outside - mouth).toBeLessThan(1);
  });

  it("the slide switch is reached through its slot, and does not stand out", () => {
    const z = boardTop + 0.7;
    expect(solidAlong(shell, [board.slideSwitch.x, -20, z], [board.slideSwitch.x, -11, z])).toEqual([]);
    expect(solidAlong(shell, [board.slideSwitch.x + 6, -20, z], [board.slideSwitch.x + 6, -11, z])).toHaveLength(1);
    const knob = board.slideSwitch.y - 2.975; // the tip, from the middle of the switch's pads
    expect(knob).toBeGreaterThan(-inside.y - WALL);
  });
});

describe("beneath the lid", () => {
  it("there is room for what stands highest", () => {
    expect(ceiling - boardTop).toBeGreaterThanOrEqual(TALLEST + 0.2);
    const over: Body = { x: [-12, 15], y: [-9, 9], z: [split + 0.1, boardTop + TALLEST] };
    expect(collisions(lid, over)).toEqual([]);
  });

  it("the button goes through its hole and rests on its switch", () => {
    const cap = meshOf("button");
    const { x, y } = board.button;
    const [whole] = solidAlong(cap, [x + ASKEW, y + ASKEW, 0], [x + ASKEW, y + ASKEW, 30]);
    expect(whole?.[0]).toBeCloseTo(boardTop + BUTTON_HEIGHT, 3);
    expect((whole?.[1] ?? 0) - top).toBeGreaterThan(0.5); // to be found without looking
    expect(solidAlong(lid, [x + ASKEW, y + ASKEW, 0], [x + ASKEW, y + ASKEW, 30])).toEqual([]);
    for (let angle = 0.1; angle < 6.28; angle += 0.4) {
      const at = (r: number): [number, number] => [x + r * Math.cos(angle), y + r * Math.sin(angle)];
      const through = (mesh: ReturnType<typeof meshOf>, r: number) =>
        solidAlong(mesh, [...at(r), 0], [...at(r), 30]).length;
      expect([through(cap, 4.3), through(lid, 4.3)]).toEqual([1, 0]); // the stem, in the hole
      expect([through(cap, 5.4), through(lid, 5.4)]).toEqual([1, 1]); // the flange, beneath the lid
    }
  });

  it("the light has a window, in a tube that ends above it", () => {
    const { x, y } = board.light;
    expect(solidAlong(lid, [x + ASKEW, y + ASKEW, boardTop], [x + ASKEW, y + ASKEW, 30])).toEqual([]);
    const [tube] = solidAlong(lid, [x + 1.6, y + ASKEW, boardTop], [x + 1.6, y + ASKEW, 30]);
    expect(tube?.[0]).toBeGreaterThan(0.8); // a light is 0.8 mm high
    expect(tube?.[0]).toBeLessThan(2);
  });

  it("two places keep the board down, where nothing stands", () => {
    for (const [x, y] of [
      [-20.4, 4.6],
      [20.6, -10],
    ] as const)
      expect(solidAlong(lid, [x + ASKEW, y + ASKEW, boardTop], [x + ASKEW, y + ASKEW, 30])[0]?.[0]).toBeCloseTo(0.1, 3);
  });
});
