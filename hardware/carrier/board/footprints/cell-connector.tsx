import { Frame, Hole } from "./pads.tsx";

/** JST S2B-PH-K-S, side entry, 2 mm pitch, mouth to the right (JST drawing ePH): pins of 0.5 mm in holes of 0.75 mm. */
export const cellConnectorFootprint = (
  <footprint>
    <Hole pin="pin1" x={0} y={-1} drill={0.75} pad={1.4} />
    <Hole pin="pin2" x={0} y={1} drill={0.75} pad={1.4} />
    <Frame left={-1.35} right={6.25} bottom={-2.95} top={2.95} />
    <silkscreentext text="+" pcbX={-2.1} pcbY={-1.9} fontSize={1.4} />
    <silkscreentext text="-" pcbX={-2.1} pcbY={1.9} fontSize={1.4} />
  </footprint>
);
