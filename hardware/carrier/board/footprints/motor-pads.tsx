import { Frame, Hole } from "./pads.tsx";

/** Two plated holes for the motor's leads, which come up from below. */
export const motorFootprint = (
  <footprint>
    <Hole pin="pin1" x={0} y={1.27} drill={0.8} pad={1.6} />
    <Hole pin="pin2" x={0} y={-1.27} drill={0.8} pad={1.6} />
    <Frame left={-1.1} right={1.1} bottom={-2.4} top={2.4} />
  </footprint>
);
