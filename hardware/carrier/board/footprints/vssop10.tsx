import { Frame, Pad } from "./pads.tsx";

const PITCH = 0.5;

/** TI DGS: VSSOP-10, 3 × 3 mm, pitch 0.5 mm; land pattern of SLOS854, package drawing DGS0010A. */
export const vssop10Footprint = (
  <footprint>
    {Array.from({ length: 5 }, (_, i) => (
      <Pad key={i} pin={`pin${String(i + 1)}`} x={-2.2} y={(2 - i) * PITCH} width={1.45} height={0.3} />
    ))}
    {Array.from({ length: 5 }, (_, i) => (
      <Pad key={i + 5} pin={`pin${String(i + 6)}`} x={2.2} y={(i - 2) * PITCH} width={1.45} height={0.3} />
    ))}
    <Frame left={-1.4} right={1.4} bottom={-1.6} top={1.6} />
    <silkscreencircle pcbX={-2.2} pcbY={1.6} radius={0.2} strokeWidth={0.15} />
  </footprint>
);
