import { Frame, Hole, Pad } from "./pads.tsx";

const PITCH = 2.54;
const ROWS = 7;
/** Castellated edges lie at ±8.9; pads reach 1.3 mm beyond, for an iron. */
const PAD_X = 8.08;

const column = (first: number, x: number, direction: 1 | -1) =>
  Array.from({ length: ROWS }, (_, row) => (
    <Pad
      key={first + row}
      pin={`pin${String(first + row)}`}
      x={x}
      y={direction * (3 - row) * PITCH}
      width={2.75}
      height={2}
    />
  ));

/**
 * Seeed XIAO nRF52840 Sense, USB upwards. Positions: Seeed's OPL_Kicad_Library, XIAO-nRF52840-SMD. The two pads of the
 * cell are on its underside: plated holes beneath them are filled with solder from the back of the carrier.
 */
export const xiaoFootprint = (
  <footprint>
    {column(1, -PAD_X, 1)}
    {column(8, PAD_X, -1)}
    <Hole pin="pin15" x={-4.5} y={0.31} drill={1} pad={1.5} />
    <Hole pin="pin16" x={-4.5} y={2.22} drill={1} pad={1.5} />
    <Frame left={-8.9} right={8.9} bottom={-10.5} top={10.5} />
  </footprint>
);
