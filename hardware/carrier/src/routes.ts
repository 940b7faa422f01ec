import type { NETS, NetName } from "./nets.ts";

/**
 * The copper between the pads, drawn by hand: an autorouter may change its mind with its version, and a board that people
 * pay for should not. mm from the middle of the board. A point may be a via to the other layer.
 */
export type Point = readonly [x: number, y: number] | readonly [x: number, y: number, via: "via"];

export interface Route {
  readonly net: NetName;
  readonly from: (typeof NETS)[NetName][number];
  /** Undefined: ends at its last point, a via into the ground plane. */
  readonly to: (typeof NETS)[NetName][number] | undefined;
  readonly width: number;
  readonly points: readonly Point[];
}

/** Signals of less than a milliampere. */
const SIGNAL = 0.2;
/** The motor takes up to 0.1 A, the cell is charged with as much: 0.4 mm of 35 µm carry 1 A at 10 K (IPC-2221). */
const POWER = 0.4;

const route = (
  net: NetName,
  from: Route["from"],
  to: Route["to"],
  width: number,
  points: readonly Point[] = [],
): Route => ({ net, from, to, width, points });

const ground = (from: Route["from"], width: number, ...points: readonly Point[]): Route =>
  route("GND", from, undefined, width, points);

export const ROUTES: readonly Route[] = [
  // Bus and enable: side by side, no crossing.
  route("SCL", "U1.D5", "U2.SCL", SIGNAL, [
    [-10.5, -4.08],
    [-10.5, -1],
  ]),
  route("SCL", "TP4.1", "U1.D5", SIGNAL, [[-10.5, -4.08]]),
  route("SCL", "TP4.1", "R2.2", SIGNAL, [[-10.5, -7.4]]),
  route("SDA", "U1.D4", "U2.SDA", SIGNAL, [
    [-9.8, -1.54],
    [-9.8, -0.5],
  ]),
  route("SDA", "U1.D4", "R1.2", SIGNAL, [
    [-9.8, -1.54],
    [-9.8, -1.05, "via"],
    [-9.8, -9.6],
    [-9.8, -10.3, "via"],
  ]),
  route("SDA", "TP3.1", "R1.2", SIGNAL, [[-9, -10.3]]),
  route("MOTOR_EN", "U1.D2", "U2.EN", SIGNAL, [
    [-10.4, 3.54],
    [-11.1, 2.84],
    [-11.1, 0.7],
    [-11.3, 0.5],
  ]),
  route("MOTOR_EN", "R3.1", "U1.D2", SIGNAL, [[-10.63, 3.54]]),
  route("MOTOR_EN", "TP5.1", "R3.1", SIGNAL),
  // Light and button.
  route("LIGHT", "U1.D0", "R4.1", SIGNAL),
  route("LIGHT_A", "R4.2", "D1.anode", SIGNAL),
  route("BUTTON", "U1.D1", "SW1.B", SIGNAL, [
    [-6, 6.08],
    [-5.12, 5.2],
    [4.5, 5.2, "via"],
    [10.4, 5.2, "via"],
    [10.4, 6],
  ]),
  route("BUTTON", "R5.1", "SW1.B", SIGNAL),
  // The motor and its driver.
  route("REG", "U2.REG", "C3.1", POWER / 2, [
    [-11.4, -1.5],
    [-11.4, -3],
  ]),
  route("MOTOR_P", "U2.OUT_P", "LRA1.plus", SIGNAL, [
    [-17.2, 0],
    [-18.47, 1.27],
  ]),
  route("MOTOR_N", "U2.OUT_N", "LRA1.minus", SIGNAL, [
    [-17.2, -1],
    [-17.47, -1.27],
  ]),
  // 3.3 V from the module: to the button on top, beneath the module to the driver.
  route("V3V3", "U1.V3V3", "SW1.A", POWER, [
    [10.6, 3.54],
    [11.4, 2.75],
  ]),
  route("V3V3", "U1.V3V3", "C2.1", POWER, [
    [10.4, 3.54, "via"],
    [6.66, -0.2],
    [-11.5, -0.2],
    [-15.2, -3.9],
    [-15.4, -4.6, "via"],
  ]),
  route("V3V3", "C2.1", "C1.1", POWER, [[-15.4, -4.6]]),
  route("V3V3", "U2.VDD", "C2.1", POWER / 2, [
    [-16, -1.7],
    [-15.29, -2.41],
  ]),
  route("V3V3", "C1.1", "R2.1", SIGNAL, [
    [-15.51, -7.6],
    [-15.11, -8],
  ]),
  route("V3V3", "R2.1", "R1.1", SIGNAL),
  route("V3V3", "TP1.1", "R1.1", SIGNAL, [[-14.8, -10.3]]),
  // The cell: connector, switch, reverse polarity, module.
  route("CELL", "J1.plus", "SW2.common", POWER, [
    [12.75, -6],
    [13.6, -6.85],
    [15.7, -6.85],
    [16.25, -7.4],
  ]),
  route("CELL_ON", "SW2.on", "Q1.D", POWER, [
    [17.75, -6.85],
    [20.75, -6.85],
    [21.25, -6.35],
    [21.25, 9.2],
    [20.75, 9.7],
  ]),
  route("BAT", "Q1.S", "U1.BAT", POWER, [
    [15.6, 8.75, "via"],
    [15.15, 9.2],
    [6, 9.2],
    [-1.89, 1.31],
  ]),
  route("BAT", "TP6.1", "U1.BAT", SIGNAL, [
    [10.5, 9.2, "via"],
    [6, 9.2],
    [-1.89, 1.31],
  ]),
  // Each way to the ground plane on the back. The holes of the connector and of the module's underside lie in it.
  ground("U1.GND", POWER, [6.2, 6.08, "via"]),
  ground("U2.GND", SIGNAL, [-14.2, -0.5, "via"]),
  ground("U2.IN_TRIG", SIGNAL, [-11, 0], [-10.45, 0.6, "via"]),
  ground("C1.2", POWER, [-13.6, -4.7, "via"]),
  ground("C3.2", POWER, [-13.6, -4.7]),
  ground("C2.2", POWER, [-18.3, -3.4, "via"]),
  ground("TP2.1", SIGNAL, [-18.3, -3.4]),
  ground("R3.2", SIGNAL, [-14.8, 4.6, "via"]),
  ground("R5.2", SIGNAL, [14.11, 8.3, "via"]),
  ground("D1.cathode", SIGNAL, [-15.36, 7.2, "via"]),
  ground("Q1.G", SIGNAL, [15.6, 10.65, "via"]),
];
