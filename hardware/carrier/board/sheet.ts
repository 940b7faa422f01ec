import type { PartName } from "../src/placement.ts";

/** Where a part stands on the schematic, and its turn in degrees. */
export const SHEET: Readonly<Record<PartName, readonly [x: number, y: number, turn?: number]>> = {
  U1: [0, 0],
  U2: [8, 0.6],
  LRA1: [12.5, 0.6],
  C3: [11, -2.2, 270],
  C1: [5.6, -2.6, 270],
  C2: [7.4, -2.6, 270],
  R1: [6, 4, 270],
  R2: [7.6, 4, 270],
  R3: [9.2, 4, 270],
  R4: [-8.5, 3.6],
  D1: [-5.5, 3.6],
  SW1: [-6.5, 0.8],
  R5: [-6.5, -1],
  J1: [-12, -4],
  SW2: [-8, -4],
  Q1: [-4, -4],
  TP1: [0, 4],
  TP2: [1.6, 4],
  TP3: [3.2, 4],
  TP4: [0, 5],
  TP5: [1.6, 5],
  TP6: [3.2, 5],
};
