/**
 * What is connected with what: each net with the pins on it. The circuit is wired from this table, and the tests hold the
 * copper against it. A pin is `part.pin`, a numbered pad of a part without names `part.1`.
 */
export const NETS = {
  GND: [
    "U1.GND",
    "U1.BAT_GND",
    "U2.GND",
    "U2.IN_TRIG",
    "C1.2",
    "C2.2",
    "C3.2",
    "R3.2",
    "R5.2",
    "D1.cathode",
    "J1.minus",
    "Q1.G",
    "TP2.1",
  ],
  V3V3: ["U1.V3V3", "U2.VDD", "C1.1", "C2.1", "R1.1", "R2.1", "SW1.A", "TP1.1"],
  SDA: ["U1.D4", "U2.SDA", "R1.2", "TP3.1"],
  SCL: ["U1.D5", "U2.SCL", "R2.2", "TP4.1"],
  MOTOR_EN: ["U1.D2", "U2.EN", "R3.1", "TP5.1"],
  BUTTON: ["U1.D1", "SW1.B", "R5.1"],
  LIGHT: ["U1.D0", "R4.1"],
  LIGHT_A: ["R4.2", "D1.anode"],
  REG: ["U2.REG", "C3.1"],
  MOTOR_P: ["U2.OUT_P", "LRA1.plus"],
  MOTOR_N: ["U2.OUT_N", "LRA1.minus"],
  CELL: ["J1.plus", "SW2.common"],
  CELL_ON: ["SW2.on", "Q1.D"],
  BAT: ["Q1.S", "U1.BAT", "TP6.1"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NetName = keyof typeof NETS;

/** Pins that have no net, on purpose. */
export const UNUSED_PINS = [
  "U1.D3",
  "U1.D6",
  "U1.D7",
  "U1.D8",
  "U1.D9",
  "U1.D10",
  "U1.V5",
  // Data sheet SLOS854, pin functions: tied to VDD or left floating.
  "U2.VDD_NC",
  "SW2.off",
  // The other two feet of the button, which it connects inside with the first two.
  "SW1.A2",
  "SW1.B2",
] as const;
