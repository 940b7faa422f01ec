/** How lid and shell hold together: two screws M2 × 10 at the motor's end, tongues at the other. mm. */
export const SCREWS = [
  { x: -19.25, y: 9, post: 4.6, thread: 1.7, hole: 2.3, head: 4.2 },
  { x: -19.25, y: -9, post: 4.6, thread: 1.7, hole: 2.3, head: 4.2 },
] as const;

/** Where the lid keeps the board on its rails: places with nothing on them. */
export const HOLDS = [
  { x: -20.4, y: 4.6, diameter: 2.4 },
  { x: 20.6, y: -10, diameter: 1.8 },
] as const;

/** Along y; between them the cell's leads come up. */
export const TONGUES = [
  [4.5, 9],
  [-10.5, -7],
] as const;
