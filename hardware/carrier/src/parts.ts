/** A row of the bill of materials. */
export interface Part {
  readonly value: string;
  readonly maker: string;
  /** The maker's part number. */
  readonly number: string;
  readonly package: string;
  /** Why this value, from where. */
  readonly why: string;
}

const chip = (value: string, number: string, maker: string, why: string): Part => ({
  value,
  maker,
  number,
  package: "0805",
  why,
});

const PULL_UP = chip(
  "2.2 kΩ",
  "RC0805FR-072K2L",
  "Yageo",
  "SLOS854, I2C: pull-ups of 660 Ω to 4.7 kΩ; 400 kHz needs a rise below 300 ns (UM10204)",
);

/** Every part of the board by its designator; test points are bare copper and not bought. */
export const PARTS = {
  U1: {
    value: "XIAO nRF52840 Sense",
    maker: "Seeed Studio",
    number: "102010469",
    package: "21 × 17.8 mm, castellated",
    why: "the board `xiao-sense`: microcontroller, motion sensor, charger, USB",
  },
  U2: {
    value: "DRV2605L",
    maker: "Texas Instruments",
    number: "DRV2605LDGSR",
    package: "VSSOP-10 (DGS)",
    why: "drives the motor at its resonance, brakes it; EN low is shutdown (SLOS854)",
  },
  C1: chip("1 µF", "CL21B105KBFNNNE", "Samsung", "VDD of the driver; SLOS854 names 1 µF in one place …"),
  C2: chip("0.1 µF", "CL21B104KBCNNNC", "Samsung", "… and 0.1 µF in another: both are here"),
  C3: chip("1 µF", "CL21B105KBFNNNE", "Samsung", "REG, the driver's own 1.8 V: SLOS854 requires 1 µF"),
  R1: PULL_UP,
  R2: PULL_UP,
  R3: chip(
    "100 kΩ",
    "RC0805FR-07100KL",
    "Yageo",
    "holds EN low from power-up until the firmware drives it, and in a reset",
  ),
  R4: chip("1 kΩ", "RC0805FR-071KL", "Yageo", "1.2 mA through the light at 3.3 V"),
  R5: chip("10 kΩ", "RC0805FR-0710KL", "Yageo", "holds D1 low while nobody presses, as Espruino expects of BTN1"),
  D1: {
    value: "green",
    maker: "Würth Elektronik",
    number: "150080VS75000",
    package: "0805",
    why: "2 V forward, bright green: red may not flash",
  },
  LRA1: {
    value: "LRA, Ø 10 mm, 4 mm high",
    maker: "Vybronics",
    number: "VG1040003D",
    package: "two leads",
    why: "rated 2.5 V RMS: the firmware sets 1.8 V; its 170 Hz are found by the driver itself",
  },
  SW1: {
    value: "push button, 4.3 mm",
    maker: "C&K",
    number: "PTS645SM43SMTR92 LFS",
    package: "6 × 6 mm, gull wing",
    why: "any press stops; held at boot, Espruino's way back to the prompt",
  },
  SW2: {
    value: "slide switch",
    maker: "C&K",
    number: "PCM12SMTR",
    package: "6.7 × 2.6 mm",
    why: "takes the cell off: storage, and a boot with the button held; 0.3 A",
  },
  Q1: {
    value: "P-channel MOSFET",
    maker: "Alpha & Omega",
    number: "AO3401A",
    package: "SOT-23",
    why: "a cell with its plug the wrong way round is not let in: the wiring of such plugs differs by seller",
  },
  J1: {
    value: "cell, 2 pins",
    maker: "JST",
    number: "S2B-PH-K-S(LF)(SN)",
    package: "PH, 2 mm, side entry",
    why: "the plug that most small lithium cells come with",
  },
} as const satisfies Readonly<Record<string, Part>>;
