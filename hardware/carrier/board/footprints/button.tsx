import { Frame, Pad } from "./pads.tsx";

/** C&K PTS645, gull wing: 6 × 6 mm; the two pads of a side are one contact inside. */
export const buttonFootprint = (
  <footprint>
    <Pad pin="pin1" x={-3.98} y={-2.25} width={1.55} height={1.3} />
    <Pad pin="pin2" x={-3.98} y={2.25} width={1.55} height={1.3} />
    <Pad pin="pin3" x={3.98} y={2.25} width={1.55} height={1.3} />
    <Pad pin="pin4" x={3.98} y={-2.25} width={1.55} height={1.3} />
    <Frame left={-3.05} right={3.05} bottom={-3.05} top={3.05} />
  </footprint>
);
