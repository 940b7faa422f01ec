import { TAU } from "./angle.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lengths in CSS pixels. */
export interface RingGeometry {
  readonly centre: Point;
  readonly ringRadius: number;
  /** Where those who rest have their seat. */
  readonly seatRadius: number;
  readonly markRadius: number;
  /** A crowd goes in three lanes, so that marks at the same phase do not cover each other. A lane has no meaning. */
  readonly lanes: number;
  readonly laneWidth: number;
}

const CROWD = 12;

const MAX_MARK = 30;
const MIN_MARK = 7;

/** A ring for a number of people in a square. */
export const ringGeometry = (sizePx: number, people: number): RingGeometry => {
  const outer = sizePx / 2;
  const seats = (TAU * outer * 0.85) / Math.max(1, people);
  const markRadius = Math.max(MIN_MARK, Math.min(MAX_MARK, outer * 0.072, seats * 0.36));
  const seatRadius = outer - markRadius * 1.3;
  return {
    centre: { x: outer, y: outer },
    ringRadius: seatRadius - markRadius * 2.7,
    seatRadius,
    markRadius,
    lanes: people > CROWD ? 3 : 1,
    laneWidth: markRadius * 1.9,
  };
};

/** Distance from the centre of a member's lane. */
export const laneRadius = ({ ringRadius, lanes, laneWidth }: RingGeometry, member: number): number =>
  ringRadius - (member % lanes) * laneWidth;

/** Phase 0 is at the top, and time runs clockwise. */
export const pointAt = ({ x, y }: Point, radius: number, rad: number): Point => ({
  x: x + radius * Math.sin(rad),
  y: y - radius * Math.cos(rad),
});

/** Seats stand evenly around the ring, the first at the top: everyone's is always the same. */
export const seatRad = (member: number, people: number): number => (TAU * member) / Math.max(1, people);

export const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});
