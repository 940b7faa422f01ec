/**
 * The pads of the Seeed XIAO nRF52840 Sense that the carrier meets, in the order of Seeed's footprint: the castellated
 * ones counter-clockwise from the corner left of the USB connector, then the two of the cell on the underside. The names
 * D0 to D10 are Espruino's (board file XIAOBLE.py), too.
 */
export const XIAO_PADS = [
  "D0",
  "D1",
  "D2",
  "D3",
  "D4",
  "D5",
  "D6",
  "D7",
  "D8",
  "D9",
  "D10",
  "V3V3",
  "GND",
  "V5",
  "BAT",
  "BAT_GND",
] as const;

export type XiaoPad = (typeof XIAO_PADS)[number];
