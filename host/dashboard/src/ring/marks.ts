import { TAU } from "./angle.ts";
import type { Point } from "./geometry.ts";

/** Seven colours that the colour-blind tell apart (after Okabe & Ito 2008), as CSS variables --mark-0 to --mark-6. */
export const COLOURS = 7;

/** Vertices of each shape; 0 is a circle. Turned and sized so that all weigh the same to the eye. */
const SHAPES: readonly {
  readonly corners: number;
  readonly turnRad: number;
  readonly scale: number;
  readonly inner?: number;
}[] = [
  { corners: 0, turnRad: 0, scale: 1 },
  { corners: 4, turnRad: TAU / 8, scale: 1.22 },
  { corners: 3, turnRad: 0, scale: 1.38 },
  { corners: 4, turnRad: 0, scale: 1.28 },
  { corners: 5, turnRad: 0, scale: 1.45, inner: 0.5 },
  { corners: 3, turnRad: TAU / 2, scale: 1.38 },
];

export interface Mark {
  readonly colour: number;
  readonly shape: number;
}

/** Colour and shape by number: 42 before one is met twice, since 6 and 7 share no factor. */
export const markNumbered = (mark: number): Mark => ({ colour: mark % COLOURS, shape: mark % SHAPES.length });

/** The page shows one circle at a time. */
let chosen: readonly number[] = [];

/** What the people of the circle chose, by member; from now on they are drawn so. */
export const wearMarks = (marks: readonly number[]): void => {
  chosen = marks;
};

/** Colour and shape of a person: as they chose, else in the order of members. */
export const markOf = (member: number): Mark => markNumbered(chosen[member] ?? member);

/** The corners of a shape around 0,0 at a radius of 1, or none for a circle. */
export const cornersOf = (shape: number): readonly Point[] => {
  const { corners = 0, turnRad = 0, scale = 1, inner } = SHAPES[shape] ?? {};
  const count = inner === undefined ? corners : corners * 2;
  return Array.from({ length: count }, (_, k) => {
    const radius = inner !== undefined && k % 2 === 1 ? scale * inner : scale;
    const rad = turnRad + (TAU * k) / count;
    return { x: radius * Math.sin(rad), y: -radius * Math.cos(rad) };
  });
};
