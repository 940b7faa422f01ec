import { CELL, FLOOR, MOTOR, MOTOR_FLOOR, SEAT_DIAMETER, STRAP, WALL, type Sizes } from "../src/sizes.ts";
import { fall } from "../src/wrist.ts";
import { switchOpening, usbOpening } from "./openings.ts";
import { SCREWS, TONGUES } from "./closing.ts";
import { block, box, cut, hull, join, rod, roller, type Solid } from "./solids.ts";

const OUTER_ROUND = 4;
const INNER_ROUND = 2.5;
/** A circle of straight pieces, short enough that none is 0.05 mm from the curve. */
const WRIST_SEGMENTS = 256;
const LUG_WIDTH = 25;
const LUG_RADIUS = 1.9;
/** Lower than the skin side reaches anywhere. */
const DEEP = -20;

/** The wrist, as much of it as the case lies on. */
const wrist = ({ radius }: Sizes): Solid => roller(0, -FLOOR - radius, 60, radius, WRIST_SEGMENTS);

/** A bar for the strap at one end: a plate that leans down along the wrist, with a slot. */
const lug = (sizes: Sizes, end: number, direction: 1 | -1): { plate: Solid; slot: Solid } => {
  const slotFrom = end + direction * 0.3;
  const slotTo = slotFrom + direction * STRAP.thickness;
  const bar = slotTo + direction * (STRAP.bar / 2);
  const z = -FLOOR - fall(sizes.radius, bar) + LUG_RADIUS + 0.3;
  return {
    plate: hull(
      roller(end - direction * 2, Math.max(z, -3), LUG_WIDTH, LUG_RADIUS),
      roller(bar, z, LUG_WIDTH, Math.min(LUG_RADIUS, STRAP.bar / 2)),
    ),
    slot: box(
      slotFrom < slotTo ? [slotFrom, slotTo] : [slotTo, slotFrom],
      [-(STRAP.width + STRAP.play) / 2, (STRAP.width + STRAP.play) / 2],
      [DEEP, 10],
    ),
  };
};

/** The lower part: floor, walls, seat of the motor, rails that the board lies on, posts for the screws, lugs. */
export const shell = (sizes: Sizes): Solid => {
  const { inside, split, boardBottom, seatBottom } = sizes;
  const left = inside.left - WALL;
  const right = inside.right + WALL;
  const y = inside.y + WALL;
  const lugs = [lug(sizes, left, -1), lug(sizes, right, 1)];
  const body = cut(
    join(block([left, right], [-y, y], [DEEP, split], OUTER_ROUND), ...lugs.map(({ plate }) => plate)),
    wrist(sizes),
    box([-40, 40], [-40, 40], [DEEP - 1, -FLOOR - fall(sizes.radius, right + 8)]),
    ...lugs.map(({ slot }) => slot),
  );
  const room = block([inside.left, inside.right], [-inside.y, inside.y], [0, split + 1], INNER_ROUND);
  const railInner = CELL.width / 2 + 0.3;
  const rail = (from: number, to: number): Solid =>
    box([MOTOR.x + MOTOR.diameter / 2 + 1, inside.right - 1.5], [from, to], [-0.5, boardBottom]);
  const seat = hull(
    rod(MOTOR.x, MOTOR.y, [seatBottom + 0.8, -0.1], SEAT_DIAMETER),
    rod(MOTOR.x, MOTOR.y, [seatBottom, seatBottom + 0.8], SEAT_DIAMETER - 1.6, SEAT_DIAMETER),
  );
  return cut(
    join(
      cut(body, room),
      seat,
      rail(railInner, inside.y + 0.5),
      rail(-inside.y - 0.5, -railInner),
      // Beneath the end of the board with the motor's holes.
      box([inside.left - 0.5, inside.left + 1.3], [-5.5, 5.5], [-0.5, boardBottom]),
      ...SCREWS.map((screw) => rod(screw.x, screw.y, [-0.5, split], screw.post)),
    ),
    rod(MOTOR.x, MOTOR.y, [seatBottom + MOTOR_FLOOR, 1], MOTOR.diameter + MOTOR.play),
    // The motor's leads.
    box([MOTOR.x - 7, MOTOR.x], [-1, 1], [seatBottom + MOTOR_FLOOR + 2, 1]),
    ...SCREWS.map((screw) => rod(screw.x, screw.y, [split - 7.5, split + 1], screw.thread)),
    ...TONGUES.map(([from, to]) =>
      box([inside.right - 0.2, inside.right + 1], [from - 0.3, to + 0.3], [split - 2.5, split - 1.2]),
    ),
    ...usbOpening(sizes),
    ...switchOpening(sizes),
  );
};
