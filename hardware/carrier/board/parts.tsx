import { XIAO_PADS } from "../src/xiao-pads.ts";
import { PARTS } from "../src/parts.ts";
import { PLACES, type PartName } from "../src/placement.ts";
import { SHEET } from "./sheet.ts";
import { buttonFootprint } from "./footprints/button.tsx";
import { cellConnectorFootprint } from "./footprints/cell-connector.tsx";
import { motorFootprint } from "./footprints/motor-pads.tsx";
import { slideSwitchFootprint } from "./footprints/slide-switch.tsx";
import { vssop10Footprint } from "./footprints/vssop10.tsx";
import { xiaoFootprint } from "./footprints/xiao.tsx";

const at = (name: PartName) => {
  const { x, y, turn } = PLACES[name];
  const [schX, schY, schRotation = 0] = SHEET[name];
  return {
    name,
    pcbX: x,
    pcbY: y,
    pcbRotation: turn,
    schX,
    schY,
    // Labelled by hand (labels.tsx).
    pcbStyle: { silkscreenTextVisibility: "hidden" as const },
    ...(schRotation !== 0 && { schRotation }),
    ...(name in PARTS && { manufacturerPartNumber: PARTS[name as keyof typeof PARTS].number }),
  };
};

const labels = (names: readonly string[]) => Object.fromEntries(names.map((name, i) => [`pin${String(i + 1)}`, name]));

const Resistor = ({ name, ohms }: { name: PartName; ohms: string }) => (
  <resistor {...at(name)} resistance={ohms} footprint="0805" />
);

const Capacitor = ({ name, farads }: { name: PartName; farads: string }) => (
  <capacitor {...at(name)} capacitance={farads} footprint="0805" />
);

export const Parts = () => (
  <>
    <chip
      {...at("U1")}
      pinLabels={labels(XIAO_PADS)}
      footprint={xiaoFootprint}
      schPinArrangement={{
        leftSide: { pins: ["D0", "D1", "D2", "D3", "D4", "D5", "D6"], direction: "top-to-bottom" },
        rightSide: {
          pins: ["V5", "GND", "V3V3", "D10", "D9", "D8", "D7", "BAT", "BAT_GND"],
          direction: "top-to-bottom",
        },
      }}
    />
    <chip
      {...at("U2")}
      pinLabels={labels(["REG", "SCL", "SDA", "IN_TRIG", "EN", "VDD_NC", "OUT_P", "GND", "OUT_N", "VDD"])}
      footprint={vssop10Footprint}
      schPinArrangement={{
        rightSide: { pins: ["EN", "SDA", "SCL", "IN_TRIG", "REG"], direction: "top-to-bottom" },
        leftSide: { pins: ["VDD", "VDD_NC", "OUT_P", "OUT_N", "GND"], direction: "top-to-bottom" },
      }}
    />
    <Capacitor name="C1" farads="1uF" />
    <Capacitor name="C2" farads="0.1uF" />
    <Capacitor name="C3" farads="1uF" />
    <Resistor name="R1" ohms="2.2k" />
    <Resistor name="R2" ohms="2.2k" />
    <Resistor name="R3" ohms="100k" />
    <Resistor name="R4" ohms="1k" />
    <Resistor name="R5" ohms="10k" />
    <led {...at("D1")} color="green" footprint="0805" />
    <chip {...at("LRA1")} pinLabels={labels(["plus", "minus"])} footprint={motorFootprint} />
    <chip
      {...at("SW1")}
      pinLabels={labels(["A", "B", "B2", "A2"])}
      internallyConnectedPins={[
        ["A", "A2"],
        ["B", "B2"],
      ]}
      footprint={buttonFootprint}
    />
    <chip {...at("J1")} pinLabels={labels(["plus", "minus"])} footprint={cellConnectorFootprint} />
    <chip {...at("SW2")} pinLabels={labels(["off", "common", "on"])} footprint={slideSwitchFootprint} />
    <chip {...at("Q1")} pinLabels={labels(["G", "S", "D"])} footprint="sot23" />
    {(["TP1", "TP2", "TP3", "TP4", "TP5", "TP6"] as const).map((name) => (
      <testpoint key={name} {...at(name)} footprintVariant="pad" padShape="circle" padDiameter={1} />
    ))}
  </>
);
