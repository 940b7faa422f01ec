import { describe, expect, it } from "vitest";
import { bounds, openEdges, volume, type Vector } from "../src/mesh.ts";
import { solidAlong } from "../src/ray.ts";
import { FLOOR, LID, MOTOR, MOTOR_FLOOR, PRESS, STRAP, WALL } from "../src/sizes.ts";
import { fall, wristOf } from "../src/wrist.ts";
import { meshOf, sizes, WRISTS } from "./support/made.ts";

/** Off any middle line, where the pieces of round things meet. */
const ASKEW = 0.037;

const thicknesses = (mesh: ReturnType<typeof meshOf>, from: Vector, to: Vector): number[] =>
  solidAlong(mesh, from, to).map(([start, end]) => end - start);

const PARTS = [...WRISTS.map((wrist) => `shell-${String(wrist)}`), "lid", "button"];

describe("what is printed", () => {
  it.each(PARTS)("%s: is watertight, looks outwards, fits a small printer", (name) => {
    const mesh = meshOf(name);
    expect(openEdges(mesh)).toBe(0);
    expect(volume(mesh)).toBeGreaterThan(0);
    const { least, most } = bounds(mesh);
    for (const axis of [0, 1, 2]) expect((most[axis] ?? 0) - (least[axis] ?? 0)).toBeLessThan(80);
  });

  it("weighs what a watch's case does: 10 to 16 g of plastic (PETG: 1.24 g/cm³)", () => {
    for (const wrist of WRISTS) {
      const cubicMillimetres = [`shell-${String(wrist)}`, "lid", "button"].reduce(
        (sum, name) => sum + volume(meshOf(name)),
        0,
      );
      expect((cubicMillimetres / 1_000) * 1.24).toBeGreaterThan(10);
      expect((cubicMillimetres / 1_000) * 1.24).toBeLessThan(16);
    }
  });

  it("the button's volume is that of its discs", () => {
    const { ceiling, boardTop, top } = sizes(170);
    const disc = (diameter: number, height: number): number => (Math.PI / 4) * diameter * diameter * height;
    const cone = (Math.PI / 3) * 0.4 * (4.4 ** 2 + 4.4 * 4 + 4 ** 2);
    const flange = disc(11.2, ceiling - 0.1 - (boardTop + 4.3));
    // A circle of 48 pieces is 0.3 % less than a round one.
    expect(volume(meshOf("button"))).toBeCloseTo((flange + disc(8.8, top + 0.5 - (ceiling - 0.1)) + cone) * 0.9971, 0);
  });
});

describe.each(WRISTS)("the walls, for a wrist of %d mm", (wrist) => {
  const shell = meshOf(`shell-${String(wrist)}`);
  const lid = meshOf("lid");
  const { inside, split, ceiling, top, seatBottom, radius } = sizes(wrist);

  it("floor, sides and lid are as thick as they are said to be", () => {
    // The floor is thinnest in the middle: the skin side curves away from it.
    expect(thicknesses(shell, [ASKEW, ASKEW, -20], [ASKEW, ASKEW, 3])).toEqual([expect.closeTo(FLOOR, 1)]);
    for (const x of [-6, 5, 12, 20])
      expect(thicknesses(shell, [x, ASKEW, -20], [x, ASKEW, 3])[0]).toBeGreaterThanOrEqual(FLOOR - 0.02);
    const z = split - 0.7;
    expect(thicknesses(shell, [-5 + ASKEW, -20, z], [-5 + ASKEW, 0, z])).toEqual([expect.closeTo(WALL, 3)]);
    expect(thicknesses(shell, [40, ASKEW, z], [0, ASKEW, z])).toEqual([expect.closeTo(WALL, 3)]);
    expect(thicknesses(shell, [-40, ASKEW, z], [0, ASKEW, z])).toEqual([expect.closeTo(WALL, 3)]);
    expect(thicknesses(lid, [ASKEW, ASKEW, 0], [ASKEW, ASKEW, 30])).toEqual([expect.closeTo(LID, 3)]);
    expect(ceiling + LID).toBe(top);
  });

  it("the seat of the motor presses beyond the wrist's curve, with a thin floor", () => {
    const [seat] = solidAlong(shell, [MOTOR.x + ASKEW, ASKEW, -20], [MOTOR.x + ASKEW, ASKEW, 3]);
    const bottom = (seat?.[0] ?? NaN) - 20;
    expect(bottom).toBeCloseTo(-FLOOR - fall(wristOf(wrist).radius, MOTOR.x) - PRESS, 3);
    expect(bottom).toBeCloseTo(seatBottom, 3);
    expect((seat?.[1] ?? NaN) - (seat?.[0] ?? NaN)).toBeCloseTo(MOTOR_FLOOR, 3);
    // It stands out from the skin side around it.
    expect(seatBottom).toBeLessThan(-FLOOR - fall(radius, MOTOR.x) - 0.5);
  });

  it("the skin side is a circle flatter than the wrist", () => {
    expect(radius).toBeGreaterThan(wristOf(wrist).radius);
    for (const x of [-6, 4, 10, 18]) {
      const [floor] = solidAlong(shell, [x, 11 + ASKEW, -20], [x, 11 + ASKEW, 3]);
      expect((floor?.[0] ?? NaN) - 20).toBeCloseTo(-FLOOR - fall(radius, x), 1);
    }
  });

  it("a strap of 20 mm goes through, around a bar that holds", () => {
    for (const direction of [-1, 1]) {
      const end = direction < 0 ? inside.left - WALL : inside.right + WALL;
      const middle = end + direction * (0.3 + STRAP.thickness / 2);
      for (const y of [-STRAP.width / 2, ASKEW, STRAP.width / 2])
        for (const x of [middle - 0.9, middle, middle + 0.9])
          expect(thicknesses(shell, [x, y, -20], [x, y, 12])).toEqual([]);
      const bar = end + direction * (0.3 + STRAP.thickness + STRAP.bar / 2);
      expect(thicknesses(shell, [bar, ASKEW, -20], [bar, ASKEW, 12])[0]).toBeGreaterThan(3);
    }
  });

  it("the case is no longer than the wrist is wide", () => {
    expect(inside.right - inside.left + 2 * WALL).toBeLessThan(wristOf(wrist).width);
  });
});
