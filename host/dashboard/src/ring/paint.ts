import { TAU } from "./angle.ts";
import { between, laneRadius, pointAt, ringGeometry, seatRad } from "./geometry.ts";
import type { Point, RingGeometry } from "./geometry.ts";
import { cornersOf, markOf } from "./marks.ts";
import type { RingColours } from "./ring-colours.ts";
import type { RingPicture } from "./ring-motion.ts";

type Canvas = CanvasRenderingContext2D;

const circle = (canvas: Canvas, { x, y }: Point, radius: number): void => {
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, TAU);
};

const markPath = (canvas: Canvas, shape: number, at: Point, radius: number): void => {
  const corners = cornersOf(shape);
  if (corners.length === 0) {
    circle(canvas, at, radius);
    return;
  }
  canvas.beginPath();
  for (const { x, y } of corners) canvas.lineTo(at.x + x * radius, at.y + y * radius);
  canvas.closePath();
};

const paintGround = (canvas: Canvas, { centre, ringRadius }: RingGeometry, colours: RingColours): void => {
  canvas.lineWidth = 2;
  canvas.strokeStyle = colours.line;
  canvas.fillStyle = colours.card;
  circle(canvas, centre, ringRadius);
  canvas.fill();
  canvas.stroke();
  canvas.fillStyle = colours.line;
  circle(canvas, centre, 4);
  canvas.fill();
};

/** A line from the centre: its length is the order parameter, its end touches the ring when all phases are the same. */
const paintMean = (canvas: Canvas, geometry: RingGeometry, { mean }: RingPicture, colours: RingColours): void => {
  if (mean.share < 0.01) return;
  const end = pointAt(geometry.centre, geometry.ringRadius * mean.share, mean.phaseRad);
  canvas.lineCap = "round";
  canvas.lineWidth = Math.max(4, geometry.markRadius * 0.55);
  canvas.strokeStyle = colours.mean;
  canvas.beginPath();
  canvas.moveTo(geometry.centre.x, geometry.centre.y);
  canvas.lineTo(end.x, end.y);
  canvas.stroke();
};

/** An open circle that people's marks come to lie in. */
const paintPacer = (canvas: Canvas, geometry: RingGeometry, { pacer }: RingPicture, colours: RingColours): void => {
  if (pacer.share < 0.01) return;
  canvas.globalAlpha = pacer.share;
  canvas.lineWidth = 3;
  canvas.strokeStyle = colours.ink;
  const { centre, ringRadius, markRadius, lanes, laneWidth } = geometry;
  const acrossLanes = ((lanes - 1) * laneWidth) / 2;
  circle(canvas, pointAt(centre, ringRadius - acrossLanes, pacer.phaseRad), markRadius * 1.75 + acrossLanes);
  canvas.stroke();
  canvas.globalAlpha = 1;
};

/** How much of those is seen who are not the one looked at. */
const BESIDE = 0.22;

const paintMembers = (
  canvas: Canvas,
  geometry: RingGeometry,
  { members }: RingPicture,
  colours: RingColours,
  only: number | undefined,
): void => {
  const { centre, seatRadius, markRadius } = geometry;
  members.forEach(({ phaseRad, share }, k) => {
    const { colour, shape } = markOf(k);
    const seat = pointAt(centre, seatRadius, seatRad(k, members.length));
    const at = between(seat, pointAt(centre, laneRadius(geometry, k), phaseRad), share);
    canvas.globalAlpha = only === undefined || only === k ? 1 : BESIDE;
    markPath(canvas, shape, at, markRadius * (0.62 + 0.38 * share));
    canvas.fillStyle = share > 0.5 ? (colours.marks[colour] ?? colours.ink) : colours.ground;
    canvas.fill();
    canvas.lineWidth = 2;
    canvas.strokeStyle = share > 0.5 ? colours.ground : colours.seat;
    canvas.stroke();
  });
  canvas.globalAlpha = 1;
};

/** Draws one picture into a square of sizePx CSS pixels; `only`: the one member who is looked at. */
export const paintRing = (
  canvas: Canvas,
  sizePx: number,
  picture: RingPicture,
  colours: RingColours,
  only?: number,
): void => {
  const geometry = ringGeometry(sizePx, picture.members.length);
  canvas.clearRect(0, 0, sizePx, sizePx);
  paintGround(canvas, geometry, colours);
  paintMean(canvas, geometry, picture, colours);
  paintMembers(canvas, geometry, picture, colours, only);
  paintPacer(canvas, geometry, picture, colours);
};
