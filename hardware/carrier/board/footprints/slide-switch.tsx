import { Pad } from "./pads.tsx";

const Foot = ({ x, y }: { x: number; y: number }) => <smtpad shape="rect" pcbX={x} pcbY={y} width={1} height={0.8} />;

/** C&K PCM12: signal pads away from the knob, four that only hold it, two locating pins. The knob points down. */
export const slideSwitchFootprint = (
  <footprint>
    <Pad pin="pin1" x={-2.25} y={1.43} width={0.7} height={1.5} />
    <Pad pin="pin2" x={0.75} y={1.43} width={0.7} height={1.5} />
    <Pad pin="pin3" x={2.25} y={1.43} width={0.7} height={1.5} />
    <Foot x={-3.65} y={-1.43} />
    <Foot x={-3.65} y={0.78} />
    <Foot x={3.65} y={-1.43} />
    <Foot x={3.65} y={0.78} />
    <hole diameter={0.9} pcbX={-1.5} pcbY={-0.33} />
    <hole diameter={0.9} pcbX={1.5} pcbY={-0.33} />
    <courtyardrect pcbX={0} pcbY={-0.3} width={6.7} height={2.6} />
    <silkscreenpath
      strokeWidth={0.12}
      route={[
        { x: -2.85, y: -1.55 },
        { x: 2.85, y: -1.55 },
      ]}
    />
  </footprint>
);
