/** Where each part sits: mm from the middle of the board, seen from above, x towards the connector, y towards USB. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** Degrees, counter-clockwise. */
  readonly turn: number;
}

export const PLACES = {
  U1: { x: 0.25, y: 1, turn: 0 },
  U2: { x: -14, y: -0.5, turn: 180 },
  C1: { x: -14.6, y: -5.8, turn: 0 },
  C2: { x: -16.2, y: -3.4, turn: 180 },
  C3: { x: -12.6, y: -3.6, turn: 180 },
  R1: { x: -12, y: -10.3, turn: 0 },
  R2: { x: -12, y: -8, turn: 0 },
  R3: { x: -12.6, y: 4.6, turn: 180 },
  R4: { x: -11, y: 8.62, turn: 180 },
  D1: { x: -14.45, y: 8.62, turn: 180 },
  LRA1: { x: -19.8, y: 0, turn: 0 },
  SW1: { x: 16, y: 4.5, turn: 0 },
  R5: { x: 13.2, y: 9.8, turn: 0 },
  Q1: { x: 18.3, y: 9.7, turn: 0 },
  J1: { x: 12.75, y: -3.4, turn: 0 },
  SW2: { x: 15.5, y: -9.4, turn: 0 },
  TP1: { x: -15.2, y: -9.9, turn: 0 },
  TP2: { x: -19.9, y: -4.9, turn: 0 },
  TP3: { x: -8.2, y: -10.7, turn: 0 },
  TP4: { x: -10.5, y: -5.6, turn: 0 },
  TP5: { x: -11.5, y: 6.5, turn: 0 },
  TP6: { x: 10.5, y: 10.4, turn: 0 },
} as const satisfies Readonly<Record<string, Place>>;

export type PartName = keyof typeof PLACES;
